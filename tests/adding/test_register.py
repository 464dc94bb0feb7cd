"""What is registered already."""

from __future__ import annotations

import pytest

from analysis.adding.register import place_name


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("Government Office of Datong", "Datong"),
        ("General Office of the Inner Mongolia government", "Inner Mongolia"),
        ("China.org.cn", "China.org.cn"), ("Jilin city Government Services Bureau", "Jilin city"),
        ("Office of the Yichun 12345 hotline", "Yichun"),
        ("Government Office of Sanyuan district, Sanming", "Sanyuan district"),
        ("Leading group office for open government affairs of Zhalantun", "Zhalantun"),
    ],
)  # fmt: skip
def test_places_in_names_of_issuers(label, place):
    assert place_name(label) == place


@pytest.mark.parametrize(
    ("issuer", "place", "code"),
    [("fuzhou-go", "福州市", "fuzhou"), ("fujian-go", "", ""), ("ziyang-county-go", "紫阳县", "ziyang")],
)
def test_a_city_is_what_its_figures_are_about_and_a_province_is_not(register, issuer, place, code):
    row = register.place_of(issuer)
    assert (row.get("entity", ""), row.get("code", "")) == (place, code)
