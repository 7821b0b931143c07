# Tails and quantiles of Poisson and negative binomial counts: what every p-value of a count and every baseline interval stands on.
# Reference: R 4.2.2, ppois, pnbinom, qpois, qnbinom; the dispersion is variance over mean.
source("shared.R")
grid <- expand.grid(mean = c(.003, .2, 1, 3.7, 26, 410), phi = c(1, 1.05, 1.8, 6), k = 1:9)
rows <- NULL
for (i in seq_len(nrow(grid))) {
  m <- grid$mean[i]
  phi <- grid$phi[i]
  sd <- sqrt(m * phi)
  y <- unique(round(pmax(0, m + c(-3, -1.5, -.5, 0, .7, 2, 4, 9, 25) * sd)))[grid$k[i]]
  if (is.na(y)) next
  size <- m / (phi - 1)
  up <- function(k) if (phi == 1) ppois(k, m, lower.tail = FALSE) else pnbinom(k, size, mu = m, lower.tail = FALSE)
  down <- function(k) if (phi == 1) ppois(k, m) else pnbinom(k, size, mu = m)
  d <- if (phi == 1) dpois(y, m) else dnbinom(y, size, mu = m)
  q <- function(p) if (phi == 1) qpois(p, m) else qnbinom(p, size, mu = m)
  rows <- rbind(rows, data.frame(mean = m, phi, y, density = d, upper = up(y - 1), lower = down(y), mid_upper = up(y) + d / 2, mid_lower = down(y - 1) + d / 2,
    q025 = q(.025), q50 = q(.5), q975 = q(.975), q995 = q(.995)))
}
table_out(data.frame(case = seq_len(nrow(rows)), rows), "count_law", "expected.csv")

# Mean of a chi-squared law over its degrees of freedom when only its lowest part is kept, by numerical integration.
grid <- expand.grid(degrees = c(1, 3, 5, 7, 12), kept = c(.5, .8, .9, .99))
mean_of <- function(k, kept) integrate(function(x) x * dchisq(x, k), 0, qchisq(kept, k), rel.tol = 1e-12, subdivisions = 1000)$value / kept / k
table_out(data.frame(grid, mean = mapply(mean_of, grid$degrees, grid$kept)), "count_law", "trimmed.csv")
