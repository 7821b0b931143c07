# Odds ratio within reporters, and the interval of a lift. Reference: R 4.2.2, mantelhaen.test() for the former; for the latter the delta method on the
# four multinomial shares, with a gradient by central differences: Var(log lift) = g' S g / n.
source("shared.R")
set.seed(5)
tables <- NULL
answers <- NULL
for (case in 1:15) {
  k <- sample(2:6, 1)
  counts <- array(0, c(2, 2, k))
  for (s in seq_len(k)) {
    n <- sample(c(8, 30, 200, 2000), 1)
    p <- c(.1, .3, .2, 1) * exp(rnorm(4, 0, .7))
    counts[, , s] <- matrix(rmultinom(1, n, p), 2)
    tables <- rbind(tables, data.frame(
      case = case, stratum = s, both = counts[1, 1, s], first = sum(counts[1, , s]), second = sum(counts[, 1, s]), records = n))
  }
  answers <- rbind(answers, data.frame(case = case, odds_ratio = unname(mantelhaen.test(counts)$estimate)))
}
table_out(tables, "strata", "tables.csv")
table_out(answers, "strata", "expected.csv")

lifts <- NULL
for (case in 1:40) {
  n <- sample(c(40, 300, 5000, 100000), 1)
  p <- c(.02, .1, .15, 1) * exp(rnorm(4, 0, 1))
  x <- rmultinom(1, n, p / sum(p))[, 1]
  if (x[1] < 3 || x[2] + x[3] == 0) next
  log_lift <- function(q) log(q[1] / ((q[1] + q[2]) * (q[1] + q[3])))
  q <- x / n
  gradient <- sapply(1:4, function(i) { h <- 1e-5 * max(q[i], 1e-3); u <- v <- q; u[i] <- q[i] + h; v[i] <- q[i] - h; (log_lift(u) - log_lift(v)) / (2 * h) })
  error <- sqrt(drop(t(gradient) %*% (diag(q) - q %o% q) %*% gradient) / n)
  lift <- exp(log_lift(q))
  lifts <- rbind(lifts, data.frame(
    case = case, both = x[1], first = x[1] + x[2], second = x[1] + x[3], records = n,
    lift, low = lift * exp(-qnorm(.975) * error), high = lift * exp(qnorm(.975) * error)))
}
table_out(lifts, "strata", "lifts.csv")
