# Where a change of a quantity comes from: additive LMDI by reporter, after B. W. Ang, Energy Policy 33 (2005), table 2.
# Reference: the formula written out in R 4.2.2 from the paper; products sent in one period only are mix, reporters of one period only are panel.
source("shared.R")
set.seed(7)
logmean <- function(a, b) ifelse(a == b, a, (b - a) / log(b / a))
cells <- NULL
parts <- NULL
for (case in 1:12) {
  for (r in seq_len(sample(1:5, 1))) {
    k <- sample(1:6, 1)
    n0 <- rpois(k, c(.4, 3, 40)[1 + case %% 3])
    n1 <- rpois(k, c(.4, 3, 40)[1 + (case + r) %% 3])
    size <- exp(rnorm(k, 1, 2))
    d <- data.frame(case = case, reporter = paste0("R", r), product = paste0("p", seq_len(k)), cases_before = n0,
      quantity_before = signif(n0 * size, 6), cases_after = n1, quantity_after = signif(n1 * size * exp(rnorm(k, 0, .5)), 6))
    d <- d[d$cases_before + d$cases_after > 0, ]
    if (nrow(d) == 0) next
    cells <- rbind(cells, d)
    n0 <- sum(d$cases_before)
    n1 <- sum(d$cases_after)
    change <- sum(d$quantity_after) - sum(d$quantity_before)
    if (n0 == 0 || n1 == 0) {
      part <- c(change, 0, 0, 0)
    } else {
      both <- d$cases_before > 0 & d$cases_after > 0
      e <- d[both, ]
      w <- logmean(e$quantity_before, e$quantity_after)
      count <- sum(w * log(n1 / n0))
      mix <- sum(w * log((e$cases_after / n1) / (e$cases_before / n0))) + sum(d$quantity_after[!both]) - sum(d$quantity_before[!both])
      size <- sum(w * log((e$quantity_after / e$cases_after) / (e$quantity_before / e$cases_before)))
      part <- c(0, count, size, mix)
    }
    stopifnot(abs(sum(part) - change) < 1e-9 * max(1, sum(d$quantity_before) + sum(d$quantity_after)))
    parts <- rbind(parts, data.frame(case = case, reporter = paste0("R", r), panel = part[1], cases = part[2], size = part[3], mix = part[4]))
  }
}
table_out(cells, "decomposition", "cells.csv")
table_out(parts, "decomposition", "expected.csv")
