"""A record of a conflict, as `conflicts.yml` holds it."""

RECORD = """
- conflict_id: conflict-2016-end-count
  title_en: Sites at the end of 2016
  title_zh: 2016年底的网站数
  handled: conflict
  rule: R3
  statements: eval-2016-end cut-2017
  computed:
    before: count-2017 + cut-2017
  explanation_en: The evaluation prints {eval-2016-end}; the notice's {count-2017} and {cut-2017} give {before}.
  explanation_zh: 评估印为{eval-2016-end}，通报的{count-2017}与{cut-2017}合计{before}。
"""
