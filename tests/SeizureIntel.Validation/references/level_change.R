# The change of a level as the trend study tests and sizes it. Reference: R 4.2.2: analysis of deviance of glm() for the quasi-likelihood ratio, sums of
# beta-binomial probabilities from lbeta() for over-dispersed splits, qbeta() for the interval of the ratio.
source("shared.R")
set.seed(11)
split_p <- function(x0, x1, e0, e1, phi) {
  n <- x0 + x1
  share <- e1 / (e0 + e1)
  a <- n / (phi - 1) * share
  b <- n / (phi - 1) * (1 - share)
  k <- 0:n
  d <- exp(lchoose(n, k) + lbeta(a + k, b + n - k) - lbeta(a, b))
  min(1, 2 * if (x1 >= n * share) sum(d[k >= x1]) else sum(d[k <= x1]))
}
rows <- NULL
grid <- expand.grid(x0 = c(0, 1, 4, 20, 150, 900), x1 = c(0, 2, 7, 31, 140, 2500), e = 1:3, phi = c(1, 1.3, 4))
for (i in seq_len(nrow(grid))) {
  g <- grid[i, ]
  if (g$x0 + g$x1 == 0) next
  e0 <- c(104, 88.5, 12.25)[g$e]
  e1 <- c(104, 40.2, 300)[g$e]
  y <- c(g$x0, g$x1)
  null <- glm(y ~ 1, offset = log(c(e0, e1)), family = poisson, control = glm.control(epsilon = 1e-14, maxit = 100))
  deviance <- null$deviance / g$phi
  p <- pchisq(deviance, 1, lower.tail = FALSE)
  if (g$phi > 1) p <- max(p, split_p(g$x0, g$x1, e0, e1, g$phi))
  # Prior of half an event at the common rate on both sides, counts and exposures over the dispersion.
  b <- .5 / ((g$x0 + g$x1) / (e0 + e1))
  z <- qbeta(c(.5, .025, .975), .5 + g$x1 / g$phi, .5 + g$x0 / g$phi)
  ratio <- z / (1 - z) * (b + e0 / g$phi) / (b + e1 / g$phi)
  rows <- rbind(rows, data.frame(x0 = g$x0, x1 = g$x1, e0, e1, phi = g$phi, expected = g$x0 / e0 * e1, p, median = ratio[1], low = ratio[2], high = ratio[3]))
}
table_out(data.frame(case = seq_len(nrow(rows)), rows), "level_change", "expected.csv")
