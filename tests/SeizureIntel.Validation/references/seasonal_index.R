# The yearly course that shifts and rare exceedances take as exposure. Reference: R 4.2.2, quasi-Poisson glm(): F tests of one and two harmonics beside a
# linear trend, the better one's factors over all periods, mean 1; NA where neither has p <= .01. Lasting jumps are levelled out first: the best cut into
# levels of a year and more, found by trying all (optimal partitioning, penalty 3 ln n).
source("shared.R")
set.seed(3)
dispersion_of <- function(y) {
  ratios <- sapply(split(y, (seq_along(y) - 1) %/% 13), function(b) if (length(b) < 7) NA else var(b) / max(mean(b), .05))
  max(1, median(ratios, na.rm = TRUE))
}
level_of <- function(y, shortest) {
  n <- length(y)
  phi <- dispersion_of(y)
  total <- c(0, cumsum(y))
  cost <- function(i, j) { x <- total[j + 1] - total[i]; if (x == 0) 0 else 2 * x * (log(j - i + 1) - log(x)) / phi }
  best <- c(-3 * log(n), rep(Inf, n))
  from <- integer(n)
  for (j in shortest:n) for (i in 1:(j - shortest + 1)) {
    value <- best[i] + cost(i, j) + 3 * log(n)
    if (value < best[j + 1]) { best[j + 1] <- value; from[j] <- i }
  }
  levelled <- as.numeric(y)
  j <- n
  if (from[n] > 1) while (j > 0) {
    i <- from[j]
    levelled[i:j] <- y[i:j] / mean(y[i:j]) * mean(y)
    j <- i - 1
  }
  levelled
}
series <- NULL
factors <- NULL
strength <- c(0, 0, .3, .5, .8, 1.2, .6, .9)
for (case in seq_along(strength)) {
  f <- c(52, 12)[1 + case %% 2]
  n <- f * c(4, 6, 5)[1 + case %% 3] + 3
  t <- seq_len(n)
  mu <- exp(log(c(2, 9, 30)[1 + case %% 3]) + strength[case] * cos(2 * pi * (t / f - .2)) + (case > 5) * .5 * sin(4 * pi * t / f) + .1 * (t - n) / f)
  y <- rnbinom(n, 4, mu = mu)
  if (case %in% c(4, 7)) y[t > n * .6] <- y[t > n * .6] * 4
  counts <- y
  y <- level_of(y, f)
  x <- data.frame(y, time = (t - n) / f, c1 = cos(2 * pi * t / f), s1 = sin(2 * pi * t / f), c2 = cos(4 * pi * t / f), s2 = sin(4 * pi * t / f))
  tight <- glm.control(epsilon = 1e-13, maxit = 100)
  m0 <- glm(y ~ time, quasipoisson, x, control = tight)
  m1 <- glm(y ~ time + c1 + s1, quasipoisson, x, control = tight)
  m2 <- glm(y ~ time + c1 + s1 + c2 + s2, quasipoisson, x, control = tight)
  p1 <- anova(m0, m1, test = "F")[2, "Pr(>F)"]
  p2 <- anova(m0, m2, test = "F")[2, "Pr(>F)"]
  index <- rep(NA_real_, n)
  if (min(p1, p2) <= .01) {
    b <- coef(if (p2 <= p1) m2 else m1)
    v <- exp(as.matrix(x[, names(b)[-(1:2)]]) %*% b[-(1:2)])[, 1]
    index <- v / mean(v)
  }
  series <- rbind(series, data.frame(case = case, index = t, freq = f, y = counts, factor = index))
}
table_out(series, "seasonal_index", "expected.csv")
