"""Interval of a share and of a difference of two shares. Reference: statsmodels 0.13.5 (Debian python3-statsmodels): proportion_confint(method="wilson")
and confint_proportions_2indep(method="newcomb"), the hybrid of two Wilson intervals."""
import os

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

os.makedirs("vectors/shares", exist_ok=True)
pairs = [(0, 1), (1, 1), (0, 12), (3, 12), (12, 12), (5, 50), (49, 50), (1, 1000), (480, 1000), (56, 70), (48, 80), (9, 10), (3, 10), (10000, 40000)]
with open("vectors/shares/expected.csv", "w", encoding="utf-8") as out:
    out.write("n,of,low,high\n")
    for n, of in pairs:
        low, high = proportion_confint(n, of, alpha=0.05, method="wilson")
        out.write(f"{n},{of},{max(low, 0):.15g},{min(high, 1):.15g}\n")
with open("vectors/shares/differences.csv", "w", encoding="utf-8") as out:
    out.write("n,of,earlier_n,earlier_of,low,high\n")
    for n, of in pairs:
        for earlier_n, earlier_of in pairs:
            low, high = confint_proportions_2indep(n, of, earlier_n, earlier_of, method="newcomb", compare="diff", alpha=0.05)
            out.write(f"{n},{of},{earlier_n},{earlier_of},{low:.15g},{high:.15g}\n")
