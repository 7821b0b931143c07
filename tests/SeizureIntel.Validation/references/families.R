# q of a family of which not all tests were computed. Reference: R 4.2.2, p.adjust(p, "BH", n).
source("shared.R")
set.seed(2)
rows <- NULL
for (case in 1:10) {
  n <- c(1, 2, 7, 40, 150)[1 + case %% 5]
  p <- signif(pmin(1, rbeta(n, .3, 3)), 8)
  if (case > 5) p <- round(p, 2)
  of <- n * c(1, 3, 250)[1 + case %% 3]
  rows <- rbind(rows, data.frame(case = case, index = seq_len(n), of = of, p = p, q = p.adjust(p, "BH", n = of)))
}
table_out(rows, "families", "expected.csv")
