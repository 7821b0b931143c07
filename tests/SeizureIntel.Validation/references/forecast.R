# The forecast of `series --method forecast`: half a quasi-Poisson regression on trend and two harmonics, half a season with a level that forgets.
# Reference: R 4.2.2: glm(quasipoisson) for both, pnbinom() for the laws, the quantile of the pool by counting up.
source("shared.R")
set.seed(21)
rows <- NULL
law <- function(m, v) if (v > m) list(m = m, p = function(k) pnbinom(k, m^2 / (v - m), mu = m)) else list(m = m, p = function(k) ppois(k, m))
for (case in 1:8) {
  f <- c(52, 12)[1 + case %% 2]
  n <- f * c(3, 5, 6, 4)[1 + case %% 4] + case
  t <- seq_len(n)
  y <- rnbinom(n, c(2, 8)[1 + case %% 2], mu = c(1.5, 6, 40)[1 + case %% 3] * exp(.5 * cos(2 * pi * t / f) + .15 * (t - n) / f))
  if (case > 5) y[sample(n, 6)] <- NA
  tight <- glm.control(epsilon = 1e-13, maxit = 100)
  at <- function(i) data.frame(i, c1 = cos(2 * pi * i / f), s1 = sin(2 * pi * i / f), c2 = cos(4 * pi * i / f), s2 = sin(4 * pi * i / f))
  d <- cbind(at(t), y = y, time = (t - n) / f)
  recent <- d[d$i > max(0, n - 260), ]
  trend <- glm(y ~ time + c1 + s1 + c2 + s2, quasipoisson, recent, control = tight)
  # Pearson's dispersion, not below 1: the law is Poisson there.
  phi <- max(1, summary(trend)$dispersion)
  season <- glm(y ~ c1 + s1 + c2 + s2, quasipoisson, d, control = tight)
  there <- !is.na(y)
  s <- predict(season, d, type = "response")
  w <- .94^(n - t)
  events <- sum((w * y)[there])
  level <- (2 + events) / (2 + sum((w * s)[there]))
  psi <- max(1.001, sum((w * (y - level * s)^2 / (level * s))[there]) / sum(w[there]))
  for (h in 1:(f / 4)) {
    ahead <- cbind(at(n + h), time = min(h, 26) / f)
    m1 <- exp(sum(coef(trend) * c(1, unlist(ahead[c("time", "c1", "s1", "c2", "s2")]))))
    m2 <- level * predict(season, ahead, type = "response")[[1]]
    one <- law(m1, phi * m1)
    two <- law(m2, psi * m2 + m2^2 / (2 + events))
    k <- 0:20000
    both <- (one$p(k) + two$p(k)) / 2
    q <- sapply(c(.025, .5, .975), function(p) k[which(both >= p)[1]])
    rows <- rbind(rows, data.frame(case = case, index = n + h, freq = f, y = NA, mean = (m1 + m2) / 2, q025 = q[1], q50 = q[2], q975 = q[3]))
  }
  rows <- rbind(rows, data.frame(case = case, index = t, freq = f, y = y, mean = NA, q025 = NA, q50 = NA, q975 = NA))
}
rows <- rows[order(rows$case, rows$index), ]
table_out(rows, "forecast", "expected.csv")
