# Reference cases of our own for the parts of src/stats that the published ones do not reach.
# Run from this folder: Rscript heavy.R   (Debian: r-base, r-cran-survival, r-cran-mass, r-cran-ordinal, r-cran-spc,
# r-cran-mvtnorm, r-cran-proc). Every expected value is computed by R, never by Echolot.
suppressPackageStartupMessages({library(survival); library(MASS); library(spc); library(mvtnorm)})
options(digits = 15)

json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    if (length(x) == 0 && is.null(names(x))) return("[]")
    parts <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0('"', names(x), '":', parts, collapse = ","), "}"))
  }
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(x[i, ]))))
  boxed <- inherits(x, "AsIs") || length(x) != 1
  x <- unclass(x)
  one <- function(v) if (is.na(v)) "null" else if (is.character(v)) paste0('"', v, '"') else
    if (is.logical(v)) tolower(as.character(v)) else format(v, digits = 15)
  values <- vapply(unname(x), one, "")
  if (boxed) paste0("[", paste(values, collapse = ","), "]") else values
}
list_of <- function(x) I(as.vector(unname(x)))
cases <- list()
case <- function(file, id, method, input, expected, source, tolerance = 1e-8)
  cases[[file]] <<- c(cases[[file]], list(list(id = id, method = method, input = input, expected = expected,
    tolerance = tolerance, source = paste0(source, " (R ", getRversion(), ")"), command = "Rscript test/golden/own/heavy.R")))

# --- retention -------------------------------------------------------------------------------------------------
surv <- function(d, event = 1) list(time = list_of(d$time), status = list_of(as.integer(d$status == event)))
km <- function(id, time, status, source) {
  f <- survfit(Surv(time, status) ~ 1, conf.type = "log-log"); p <- survfit(Surv(time, status) ~ 1, conf.type = "plain")
  e <- f$n.event > 0
  num <- function(v) list_of(ifelse(is.finite(v[e]), v[e], NA))
  case("retention", id, "kaplan_meier", list(time = list_of(time), status = list_of(status)),
    list(times = list_of(f$time[e]), n_risk = list_of(f$n.risk[e]), n_event = list_of(f$n.event[e]),
      survival = list_of(f$surv[e]), se_greenwood = num(f$surv * f$std.err), lower_loglog = num(f$lower),
      upper_loglog = num(f$upper), lower_plain = num(p$lower), upper_plain = num(p$upper),
      median = unname(summary(f)$table["median"])), source)
}
km("OWN-KM-1", ovarian$futime, ovarian$fustat, "survival::survfit on survival::ovarian")
km("OWN-KM-2", c(1, 1, 2, 3, 3, 4), c(1, 1, 1, 1, 1, 1), "survival::survfit, everybody leaves: no limits where nobody is left")
km("OWN-KM-3", c(2, 4, 4, 6, 8, 8), c(1, 1, 0, 0, 1, 0), "survival::survfit, ties of leaving and censoring")
trunc <- survfit(Surv(start, stop, event) ~ 1, heart[heart$start < heart$stop, ], conf.type = "log-log"); te <- trunc$n.event > 0
hs <- heart[heart$start < heart$stop, ]
case("retention", "OWN-KM-4", "kaplan_meier", list(time = list_of(hs$stop), status = list_of(hs$event), start = list_of(hs$start)),
  list(times = list_of(trunc$time[te]), n_risk = list_of(trunc$n.risk[te]), survival = list_of(trunc$surv[te]), lower_loglog = list_of(trunc$lower[te]), upper_loglog = list_of(trunc$upper[te])),
  "survival::survfit(Surv(start, stop, event)) on survival::heart: rows that enter late")
lr <- function(id, time, status, group, source) {
  f <- survdiff(Surv(time, status) ~ as.character(group))
  case("retention", id, "log_rank", list(time = list_of(time), status = list_of(status), group = list_of(as.character(group))),
    list(observed = list_of(f$obs), expected = list_of(f$exp), chi2 = f$chisq, df = length(f$n) - 1,
      p_value = pchisq(f$chisq, length(f$n) - 1, lower.tail = FALSE)), source)
}
lr("OWN-LOGRANK-1", ovarian$futime, ovarian$fustat, ovarian$rx, "survival::survdiff on survival::ovarian")
v <- veteran
lr("OWN-LOGRANK-2", v$time, v$status, as.character(v$celltype), "survival::survdiff on survival::veteran, four groups")
cx <- function(id, d, names, ties, source, start = NULL) {
  x <- as.matrix(d[, names, drop = FALSE])
  s <- if (is.null(start)) Surv(d$time, d$status) else Surv(d[[start]], d$time, d$status)
  f <- coxph(s ~ x, ties = ties, control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50))
  input <- list(time = list_of(d$time), status = list_of(as.integer(d$status)),
    x = setNames(lapply(names, function(n) list_of(d[[n]])), names), ties = ties)
  if (!is.null(start)) input$start <- list_of(d[[start]])
  case("retention", id, "cox_ph", input, list(coef = list_of(coef(f)), se = list_of(sqrt(diag(vcov(f)))), hr = list_of(exp(coef(f))),
    log_lik_null = f$loglik[1], log_lik = f$loglik[2], score_test = f$score), source, 1e-7)
}
cx("OWN-COX-1", data.frame(time = ovarian$futime, status = ovarian$fustat, age = ovarian$age, rx = ovarian$rx), c("age", "rx"), "efron", "survival::coxph on survival::ovarian")
cx("OWN-COX-2", data.frame(time = v$time, status = v$status, karno = v$karno, age = v$age, trt = v$trt), c("karno", "age", "trt"), "efron", "survival::coxph on survival::veteran, many ties")
cx("OWN-COX-3", data.frame(time = v$time, status = v$status, karno = v$karno, age = v$age), c("karno", "age"), "breslow", "survival::coxph on survival::veteran, Breslow ties")
h <- data.frame(start = heart$start, time = heart$stop, status = heart$event, age = heart$age, transplant = as.integer(heart$transplant == 1))
h$time[h$start >= h$time] <- h$start[h$start >= h$time] + 0.5
cx("OWN-COX-4", h, c("age", "transplant"), "efron", "survival::coxph on survival::heart, a column that changes over time (start, stop]", "start")
zph <- function(id, time, status, x, name, source) {
  f <- coxph(Surv(time, status) ~ x, control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 50)); r <- residuals(f, "schoenfeld"); s <- survfit(Surv(time, status) ~ 1)
  at <- as.numeric(names(r)); g <- sapply(at, function(t) 1 - c(1, s$surv)[sum(s$time < t) + 1])
  chi <- length(r) * vcov(f)[1] * sum((g - mean(g)) * r)^2 / sum((g - mean(g))^2)
  case("retention", id, "proportional_hazards_test", list(time = list_of(time), status = list_of(status), x = setNames(list(list_of(x)), name)),
    list(chi2 = list_of(chi), p_value = list_of(pchisq(chi, 1, lower.tail = FALSE))), source, 1e-7)
}
zph("OWN-ZPH-1", v$time, v$status, v$karno, "karno", "Grambsch-Therneau test from survival's Schoenfeld residuals of veteran$karno (hazards not proportional)")
zph("OWN-ZPH-2", ovarian$futime, ovarian$fustat, ovarian$age, "age", "Grambsch-Therneau test from survival's Schoenfeld residuals of ovarian$age")
rm1 <- summary(survfit(Surv(futime, fustat) ~ 1, ovarian), rmean = 800)$table
case("retention", "OWN-RMST-1", "restricted_mean_time", list(time = list_of(ovarian$futime), status = list_of(ovarian$fustat), until = 800),
  list(mean = unname(rm1["rmean"]), se = unname(rm1["se(rmean)"])), "survival: summary(survfit, rmean = 800) of ovarian")
rm2 <- summary(survfit(Surv(time, status) ~ trt, v), rmean = 300)$table
se2 <- sqrt(sum(rm2[, "se(rmean)"]^2))
case("retention", "OWN-RMST-2", "restricted_mean_difference", list(time = list_of(v$time), status = list_of(v$status), group = list_of(as.character(v$trt)), until = 300),
  list(difference = unname(rm2[1, "rmean"] - rm2[2, "rmean"]), se = se2), "survival: difference of two restricted means of veteran at 300 days")

# --- charts and trends -----------------------------------------------------------------------------------------
case("trend", "OWN-ARL-1", "arl", list(chart = "ewma", lambda = 0.1, L = 2.7, shift = 0), list(arl = xewma.arl(0.1, 2.7, 0, sided = "two")), "spc::xewma.arl", 1e-8)
case("trend", "OWN-ARL-2", "arl", list(chart = "ewma", lambda = 0.05, L = 2.615, shift = 0.5), list(arl = xewma.arl(0.05, 2.615, 0.5, sided = "two")), "spc::xewma.arl", 1e-8)
case("trend", "OWN-ARL-3", "arl", list(chart = "cusum", k = 0.25, h = 8, shift = 0), list(arl = xcusum.arl(0.25, 8, 0, sided = "two")), "spc::xcusum.arl", 1e-8)
case("trend", "OWN-ARL-4", "arl", list(chart = "shewhart", L = 3, shift = 1), list(arl = 1 / (pnorm(-4) + pnorm(-2))), "pnorm", 1e-10)
x <- c(12, 18, 25, 31, 30); n <- c(60, 61, 70, 66, 58); t <- c(1, 2, 4, 5, 7); pt <- prop.trend.test(x, n, t)
case("trend", "OWN-CATREND-1", "promoter_share_trend_test", list(x = x, n = n, t = t), list(chi2 = unname(pt$statistic), p_value = pt$p.value), "stats::prop.trend.test, uneven moments", 1e-10)
lo <- function(id, t, y, w, span, degree, source) case("trend", id, "loess_fit", list(t = t, y = y, w = w, span = span, degree = degree),
  list(fitted = list_of(fitted(loess(y ~ t, weights = w, span = span, degree = degree, surface = "direct")))), source, 1e-6)
y <- c(0.31, 0.28, 0.35, 0.33, 0.12, 0.3, 0.27, 0.22, 0.24, 0.2, 0.19, 0.23); t12 <- c(1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14)
lo("OWN-LOESS-1", t12, y, c(400, 380, 420, 410, 4, 390, 400, 395, 410, 12, 400, 405), 0.75, 1, "stats::loess(surface = 'direct') with answers as weights and gaps in time")
lo("OWN-LOESS-2", t12, y, rep(1, 12), 0.6, 2, "stats::loess(surface = 'direct'), local quadratic")
lo("OWN-LOESS-3", t12, y, rep(1, 12), 1.5, 1, "stats::loess(surface = 'direct'), span above 1")
tt <- 1:6; yy <- c(.31, .29, .35, .27, .22, .2); vv <- c(.004, .006, .02, .003, .005, .001); fit <- lm(yy ~ tt, weights = 1 / vv)
se <- sqrt(solve(t(model.matrix(fit)) %*% (model.matrix(fit) / vv))[2, 2])
case("trend", "OWN-WLS-1", "nps_weighted_linear_trend", list(t = tt, y = yy, v = vv), list(intercept = unname(coef(fit)[1]), slope = unname(coef(fit)[2]),
  se_slope = se, z = unname(coef(fit)[2]) / se, p_value = 2 * pnorm(-abs(unname(coef(fit)[2]) / se)), QE = sum(residuals(fit)^2 / vv)), "stats::lm with known variances", 1e-9)

# --- drivers and ordered answers -------------------------------------------------------------------------------
shapley <- function(y, X) {
  k <- ncol(X); r2 <- function(s) if (length(s) == 0) 0 else summary(lm(y ~ X[, s, drop = FALSE]))$r.squared
  sapply(seq_len(k), function(j) { others <- setdiff(seq_len(k), j); total <- 0
    for (m in 0:length(others)) for (s in if (m == 0) list(integer(0)) else combn(length(others), m, simplify = FALSE)) {
      set <- others[s]; total <- total + factorial(m) * factorial(k - m - 1) / factorial(k) * (r2(c(set, j)) - r2(set)) }
    total })
}
johnson <- function(y, X) { R <- cor(X); e <- eigen(R); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors); as.vector(L^2 %*% (solve(L) %*% cor(X, y))^2) }
drv <- function(id, y, X, source) case("drivers", id, "relative_importance", list(y = list_of(y), x_names = I(colnames(X)), x = lapply(seq_len(ncol(X)), function(j) list_of(X[, j]))),
  list(r2 = summary(lm(y ~ X))$r.squared, lmg_shapley = list_of(shapley(y, X)), johnson_relative_weights = list_of(johnson(y, X)), first = list_of(as.vector(cor(X, y)^2)),
    last = list_of(sapply(seq_len(ncol(X)), function(j) summary(lm(y ~ X))$r.squared - if (ncol(X) == 1) 0 else summary(lm(y ~ X[, -j]))$r.squared))), source, 1e-9)
drv("OWN-DRIVER-1", mtcars$mpg, as.matrix(mtcars[, c("cyl", "disp", "hp", "drat", "wt", "qsec")]), "Shapley by all orders of stats::lm, Johnson by eigen(), data mtcars")
drv("OWN-DRIVER-2", swiss$Fertility, as.matrix(swiss[, 2:6]), "Shapley by all orders of stats::lm, Johnson by eigen(), data swiss")
drv("OWN-DRIVER-3", cars$dist, as.matrix(cars[, "speed", drop = FALSE]), "one driver: all shares are R-squared, data cars")
bw <- birthwt; bw$cat <- cut(bw$bwt, c(0, 2500, 3000, 3500, 6000), labels = FALSE)
po <- function(id, cat, X, link, source) {
  f <- ordinal::clm(factor(cat) ~ X, link = if (link == "logistic") "logit" else "probit", control = ordinal::clm.control(gradTol = 1e-10)); k <- length(unique(cat)) - 1
  case("drivers", id, "proportional_odds", list(category = list_of(cat - 1), categories = k + 1, x = lapply(seq_len(ncol(X)), function(j) list_of(X[, j])), link = link),
    list(coefficients = list_of(f$beta), se = list_of(sqrt(diag(vcov(f)))[-seq_len(k)]), thresholds = list_of(f$alpha), log_lik = as.numeric(logLik(f))), source, 1e-7)
}
po("OWN-POLR-1", bw$cat, cbind(bw$age, bw$smoke, bw$lwt), "logistic", "ordinal::clm on four classes of MASS::birthwt")
po("OWN-POLR-2", bw$cat, cbind(bw$age, bw$smoke, bw$ht), "probit", "ordinal::clm(link = 'probit') on four classes of MASS::birthwt")
local({ X <- cbind(bw$lwt, bw$smoke); y <- cut(bw$bwt, c(0, 2500, 3300, 6000), labels = FALSE); f <- ordinal::clm(factor(y) ~ X, control = ordinal::clm.control(gradTol = 1e-12))
  mean_of <- function(par, X) { e <- as.vector(X %*% par[3:4]); p1 <- plogis(par[1] - e); p2 <- plogis(par[2] - e); mean((1 - p2) - p1) }
  X2 <- X; X2[, 1] <- X2[, 1] + 10; par <- c(f$alpha, f$beta); gap <- function(par) mean_of(par, X2) - mean_of(par, X)
  g <- sapply(1:4, function(i) { h <- 1e-5 * (1 + abs(par[i])); u <- par; l <- par; u[i] <- u[i] + h; l[i] <- l[i] - h; (gap(u) - gap(l)) / (2 * h) })
  se <- sqrt(as.numeric(t(g) %*% vcov(f) %*% g))
  case("drivers", "OWN-SCENARIO-1", "ordinal_scenario", list(category = list_of(y - 1), categories = 3, x = list(list_of(X[, 1]), list_of(X[, 2])), column = "x1", change = 10, values = c(-1, 0, 1)),
    list(now = mean_of(par, X), after = mean_of(par, X2), difference = gap(par), lower = gap(par) - qnorm(.975) * se, upper = gap(par) + qnorm(.975) * se),
    "average predictions of ordinal::clm and their delta-method interval, MASS::birthwt", 1e-6) })
X <- cbind(bw$age, bw$smoke); fits <- lapply(1:3, function(j) glm(as.integer(bw$cat > j) ~ X, family = binomial, control = glm.control(epsilon = 1e-14)))
Z <- cbind(1, X); pr <- sapply(fits, fitted); V <- matrix(0, 6, 6)
inv <- lapply(1:3, function(j) solve(t(Z) %*% (Z * (pr[, j] * (1 - pr[, j])))))
for (a in 1:3) for (b in 1:3) { lo <- min(a, b); hi <- max(a, b); V[2 * a - 1:0, 2 * b - 1:0] <- (inv[[a]] %*% (t(Z) %*% (Z * (pr[, hi] - pr[, a] * pr[, b]))) %*% inv[[b]])[-1, -1] }
bb <- unlist(lapply(fits, function(f) coef(f)[-1])); D <- cbind(rbind(diag(2), diag(2)), -diag(4)); D <- D
chi <- as.numeric(t(D %*% bb) %*% solve(D %*% V %*% t(D)) %*% (D %*% bb))
case("drivers", "OWN-BRANT-1", "parallel_odds_brant", list(category = list_of(bw$cat - 1), categories = 4, x = list(list_of(X[, 1]), list_of(X[, 2]))),
  list(chi2 = chi, df = 4, p_value = pchisq(chi, 4, lower.tail = FALSE)), "Brant (1990) by matrices from three stats::glm fits on MASS::birthwt", 1e-7)
ls <- function(id, groups, source) {
  d <- data.frame(y = factor(rep(rep(0:10, length(groups)), unlist(groups)), levels = 0:10, ordered = TRUE), g = factor(rep(names(groups), sapply(groups, sum)), levels = names(groups)))
  d$y <- droplevels(d$y); f <- ordinal::clm(y ~ g, scale = ~ g, data = d, link = "probit", control = ordinal::clm.control(gradTol = 1e-8)); f0 <- ordinal::clm(y ~ g, data = d, link = "probit")
  case("drivers", id, "ordinal_location_scale", list(groups = lapply(names(groups), function(n) list(key = n, counts = list_of(groups[[n]])))),
    list(groups = c(list(list(location = 0, logScale = 0)), lapply(seq_len(length(groups) - 1), function(i) list(location = unname(f$beta[i]), logScale = unname(f$zeta[i]),
      seLocation = unname(sqrt(diag(vcov(f)))[length(f$alpha) + i]), seLogScale = unname(sqrt(diag(vcov(f)))[length(f$alpha) + length(f$beta) + i])))),
      logLikelihood = as.numeric(logLik(f)), logLikelihoodSameScale = as.numeric(logLik(f0)), chi2 = 2 * as.numeric(logLik(f) - logLik(f0))), source, 1e-5)
}
ls("OWN-SCALE-1", list(FI = c(3, 2, 5, 8, 12, 30, 38, 88, 120, 61, 30), DE = c(9, 4, 8, 12, 15, 40, 30, 70, 90, 80, 60), US = c(20, 6, 9, 8, 10, 25, 24, 50, 90, 110, 210)), "ordinal::clm(scale = ~ g, link = 'probit'), three countries")
ls("OWN-SCALE-2", list(A = c(0, 2, 0, 4, 6, 12, 15, 40, 44, 30, 20), B = c(0, 1, 0, 3, 9, 20, 18, 61, 52, 22, 6)), "ordinal::clm(scale = ~ g), scores 0 and 2 never given")

# --- experiments, scores, words, predictions -------------------------------------------------------------------
gs <- function(id, K, type, alpha) {
  S <- outer(1:K, 1:K, function(i, j) sqrt(pmin(i, j) / pmax(i, j))); b <- function(C) if (type == "pocock") rep(C, K) else C * sqrt(K / (1:K))
  C <- uniroot(function(C) pmvnorm(-b(C), b(C), sigma = S, algorithm = Miwa(4097))[1] - (1 - alpha), c(1.5, 4), tol = 1e-10)$root
  case("behaviour", id, "group_sequential_bounds", list(K = K, type = type, alpha = alpha), list(constant = C, z_bounds = list_of(b(C))), "mvtnorm::pmvnorm(Miwa(4097)) and uniroot", 1e-6)
}
gs("OWN-GSD-1", 4, "obrien_fleming", 0.01); gs("OWN-GSD-2", 4, "pocock", 0.1); gs("OWN-GSD-3", 2, "obrien_fleming", 0.05)
pr <- c(.91, .85, .8, .8, .72, .6, .6, .55, .5, .41, .4, .33, .3, .3, .22, .2, .15, .11, .08, .05); ob <- c(1, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0)
roc <- suppressMessages(pROC::roc(ob, pr, direction = "<")); lg <- qlogis(pr)
case("behaviour", "OWN-AUC-1", "binary_prediction_metrics", list(p = pr, y = ob), list(auc = as.numeric(roc$auc), auc_se = sqrt(pROC::var(roc)), brier = mean((pr - ob)^2),
  log_loss = -mean(log(ifelse(ob == 1, pr, 1 - pr))), calibration_intercept = unname(coef(glm(ob ~ 1, offset = lg, family = binomial, control = glm.control(epsilon = 1e-14)))),
  calibration_slope = unname(coef(glm(ob ~ lg, family = binomial, control = glm.control(epsilon = 1e-14)))[2])), "pROC::roc and its DeLong variance, stats::glm; ties in the predictions", 1e-8)
n <- c(12, 5, 9, 14, 20, 60, 55, 130, 240, 210, 300); r <- c(4, 2, 3, 7, 9, 33, 28, 91, 178, 175, 258); cl <- cut(0:10, c(-1, 6, 8, 10))
g1 <- glm(cbind(r, n - r) ~ factor(0:10), family = binomial); g2 <- glm(cbind(r, n - r) ~ cl, family = binomial); chi <- deviance(g2) - deviance(g1)
case("behaviour", "OWN-SEVEN-1", "seven_and_eight", list(score = 0:10, n = n, retained = r), list(lost_by_classes = list(chi2 = chi, df = 8, p = pchisq(chi, 8, lower.tail = FALSE))), "difference of two deviances of stats::glm", 1e-8)
nn <- c(30, 40, 50, 25); rr <- c(20, 18, 33, 25); ss <- c(7, 8, 9, 10); gl <- glm(cbind(rr, nn - rr) ~ ss, family = binomial, control = glm.control(epsilon = 1e-14))
case("behaviour", "OWN-LOGIT-1", "logistic_retention_on_score", list(score = ss, n = nn, retained = rr), list(intercept = unname(coef(gl)[1]), slope = unname(coef(gl)[2]),
  se_slope = unname(sqrt(diag(vcov(gl)))[2]), deviance = deviance(gl)), "stats::glm(binomial), one score retained by all", 1e-8)
iso <- isoreg(rep(ss, nn), unlist(lapply(1:4, function(i) rep(c(1, 0), c(rr[i], nn[i] - rr[i])))))
case("behaviour", "OWN-ISO-1", "isotonic_retention_by_score", list(score = ss, n = nn, retained = rr), list(raw = rr / nn, isotonic = list_of(tapply(iso$yf, rep(ss, nn), mean))), "stats::isoreg on the single answers", 1e-9)
K <- matrix(c(30, 10, 70, 90), 2); e <- chisq.test(K, correct = FALSE)
case("behaviour", "OWN-KEY-1", "keyness", list(a = 30, b = 10, total_target = 100, total_reference = 100), list(chi2 = unname(e$statistic), g2_dunning_4cell = 2 * sum(K * log(K / e$expected)), log_ratio = log2(3)), "stats::chisq.test and its expected cells", 1e-10)
ml <- c(.1, .22, .05, .3, .12, .2, .07); bl <- c(.2, .25, .04, .41, .3, .2, .11); tt <- t.test(bl, ml, paired = TRUE)
case("behaviour", "OWN-BASELINE-1", "loss_against_baseline", list(model = ml, baseline = bl), list(gain = unname(tt$estimate), lower = tt$conf.int[1], upper = tt$conf.int[2], p = tt$p.value), "stats::t.test(paired = TRUE)", 1e-9)
K <- matrix(c(20, 10, 5, 15), 2); po <- sum(diag(K)) / 50; pe <- sum(rowSums(K) * colSums(K)) / 2500
case("behaviour", "OWN-KAPPA-1", "cohen_kappa", list(table = K), list(kappa = (po - pe) / (1 - pe), quadratic_weighted_kappa = (po - pe) / (1 - pe)), "arithmetic; with two classes both kappas are one", 1e-12)
yt <- c(9, 10, 8, 7, 9, 10, 6, 9, 3); xt <- c(7, 8, 7, 6, 8, 9, 5, 7, 4); yc <- c(8, 7, 7, 6, 9, 8, 5); xc <- c(7, 7, 8, 6, 8, 8, 5); th <- cov(c(yt, yc), c(xt, xc)) / var(c(xt, xc))
at <- yt - th * (xt - mean(c(xt, xc))); ac <- yc - th * (xc - mean(c(xt, xc))); s <- function(a, b) sqrt(var(a) / length(a) + var(b) / length(b))
case("behaviour", "OWN-CUPED-1", "cuped_two_arms", list(y_treat = yt, pre_treat = xt, y_control = yc, pre_control = xc), list(theta = th, raw_diff = mean(yt) - mean(yc), raw_se = s(yt, yc),
  cuped_diff = mean(at) - mean(ac), cuped_se = s(at, ac), variance_ratio = (s(at, ac) / s(yt, yc))^2), "stats::cov and var, arms of unequal size", 1e-10)

tr <- c(1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0); su <- c(1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0); sc <- c(9, 8, 7, 6, 8, 7, 5, 4, 3, 3, 2, 1)
lv <- sort(unique(sc), decreasing = TRUE); share <- 0; gain <- 0
for (s in lv) { k <- sc >= s; nt <- sum(k & tr == 1); nc <- sum(k & tr == 0); share <- c(share, sum(k) / 12)
  gain <- c(gain, if (nt == 0 || nc == 0) 0 else (sum(su[k & tr == 1]) / nt - sum(su[k & tr == 0]) / nc) * sum(k) / 12) }
case("behaviour", "OWN-QINI-1", "qini_curve", list(treated = tr, success = su, predicted = sc), list(gained = list_of(gain),
  qini = sum(diff(share) * (head(gain, -1) + tail(gain, -1)) / 2) - tail(gain, 1) / 2, effect_on_all = tail(gain, 1)), "trapezoids by hand in R; the curve scaled to all customers drawn so far", 1e-10)
wil <- function(x, n) { z <- qnorm(.975); c((x + z^2 / 2 - z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2), (x + z^2 / 2 + z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2)) }
nc <- function(x, n, y, m) { a <- wil(x, n); b <- wil(y, m); d <- x / n - y / m; list(difference = d, lower = d - sqrt((x / n - a[1])^2 + (b[2] - y / m)^2), upper = d + sqrt((a[2] - x / n)^2 + (y / m - b[1])^2)) }
case("behaviour", "OWN-MISSING-1", "holdout_missing_outcomes", list(treated = list(successes = 410, failures = 390, missing = 200), untreated = list(successes = 340, failures = 480, missing = 180)),
  list(observed = nc(410, 800, 340, 820), worst = nc(410, 1000, 520, 1000), best = nc(610, 1000, 340, 1000), response = nc(800, 1000, 820, 1000)), "Newcombe's interval written out in R, unknown outcomes set to the two extremes", 1e-10)

for (name in names(cases)) writeLines(paste0("[\n", paste(vapply(cases[[name]], function(c) paste0(" ", json(c)), ""), collapse = ",\n"), "\n]"), paste0(name, ".json"))
cat(sum(lengths(cases)), "cases\n")
