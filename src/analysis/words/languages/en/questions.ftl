# What the questions say of their estimates.
clauses = { $first }; { $then }
open-at-both-ends = its interval is open at both ends
no-number-given = No { $parameter } of { $series } is given: { $why }.
