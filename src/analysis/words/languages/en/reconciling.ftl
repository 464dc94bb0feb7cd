# How observations are reconciled: the one list that series, conflicts and the methods page quote.
rule-R1 = One statement stands alone: its bounds are the point's bounds.
rule-R2 = Several statements of one quantity whose bounds intersect agree: the point's bounds are the intersection, its value that of the narrowest statement.
rule-R3 = Statements of one quantity whose bounds do not intersect are a conflict: all are shown, none is modelled.
rule-R4 = The issuer's own notice decides over a later citation of it by another body.
rule-R5 = A figure printed in a table decides over a figure in the prose beside it, unless an identity settles the prose.
rule-R6 = The full text in the issuing language decides over a summary in translation.
rule-R7 = A statement of low reliability is shown, not modelled; it neither narrows nor contradicts a reliable one.
rule-R8 = A printed figure decides over one derived by arithmetic, which checks it. A derived one stands only where nothing is printed, and is marked.
rule-R9 = Figures that count by different definitions, methods or scopes are different series; no line joins them.
rule-R10 = A stock belongs to the day it is printed for, or to the last day of its period where no day is printed; a count of a dated day is never taken for a year-end count.
rule-R11 = Targets and plans are no results and enter no series.
rule-R12 = A share that its own notice's counts contradict is kept as printed, beside the share of the counts.

# A conflict that nobody has written about yet.
conflict-unrecorded = Bulletins print figures of one quantity that cannot all hold: { $figures }; all are shown, none is modelled.
