"""Makes core.json and special-functions.json: expected values by scipy and mpmath, with formulas written out anew.

Run: python3 test/golden/own/core.py   (Python 3, scipy ≥ 1.10, numpy, mpmath)
"""

import json
import math
import pathlib

import mpmath as mp
import numpy as np
import scipy
from scipy import optimize, stats

mp.mp.dps = 40
HERE = pathlib.Path(__file__).parent
COMMAND = "python3 test/golden/own/core.py"
Z = stats.norm.ppf(0.975)
cases = []


def add(id_, method, input_, expected, tolerance, source):
    cases.append(dict(id=id_, method=method, input=input_, expected=expected, tolerance=tolerance, source=source, command=COMMAND))


def tally(p, a, d):
    return dict(promoters=p, passives=a, detractors=d)


def net(t):
    n = sum(t.values())
    return (t["promoters"] - t["detractors"]) / n


def variance(p, a, d):
    n = p + a + d
    return (p + d) / n - ((p - d) / n) ** 2


# ---- Tango's score statistic by direct maximisation of the restricted likelihood ----
def score_z(t, delta):
    """(P - D - n delta) / sqrt(var), var from the multinomial MLE under p - d = delta, found numerically."""
    P, A, D = t["promoters"], t["passives"], t["detractors"]
    n = P + A + D

    def nll(q):
        p, a = q + delta, 1 - 2 * q - delta
        total = 0.0
        for x, share in ((P, p), (A, a), (D, q)):
            if x > 0:
                if share <= 0:
                    return 1e300
                total -= x * math.log(share)
        return total

    low, high = max(0.0, -delta), (1 - delta) / 2
    best = optimize.minimize_scalar(nll, bounds=(low, high), method="bounded", options=dict(xatol=1e-14))
    q = best.x
    for end in (low, high):
        if nll(end) <= nll(q):
            q = end
    var = n * (2 * q + delta - delta * delta)
    return (P - D - n * delta) / math.sqrt(var)


def score_limits(t, z):
    s = net(t)
    lower = -1.0 if t["detractors"] == sum(t.values()) else optimize.brentq(lambda x: score_z(t, x) - z, -1 + 1e-12, s - 1e-9, xtol=1e-13)
    upper = 1.0 if t["promoters"] == sum(t.values()) else optimize.brentq(lambda x: score_z(t, x) + z, s + 1e-9, 1 - 1e-12, xtol=1e-13)
    return lower, upper


def mover(a, b, z):
    la, ua = score_limits(a, z)
    lb, ub = score_limits(b, z)
    sa, sb = net(a), net(b)
    return sa - sb - math.hypot(sa - la, ub - sb), sa - sb + math.hypot(ua - sa, sb - lb)


default_source = "Tango score limits by numerical maximisation of the restricted multinomial likelihood (scipy %s minimize_scalar, brentq) for n < 20 or an empty category, else adjusted Wald +3" % scipy.__version__
for i, t in enumerate([tally(9, 6, 4), tally(40, 60, 0), tally(3, 1, 1), tally(0, 30, 12), tally(17, 2, 0)], 1):
    lower, upper = score_limits(t, Z)
    add(f"OWN-DEFAULT-{i:02}", "nps_ci_default", t, dict(lower=lower, upper=upper, method="score"), 1e-7, default_source)
for i, t in enumerate([tally(12, 5, 3), tally(500, 300, 200)], 6):
    p, a, d = t["promoters"] + 0.75, t["passives"] + 1.5, t["detractors"] + 0.75
    n = p + a + d
    se = math.sqrt(variance(p, a, d) / n)
    add(f"OWN-DEFAULT-{i:02}", "nps_ci_default", t, dict(lower=(p - d) / n - Z * se, upper=(p - d) / n + Z * se, method="adjusted-wald"), 1e-12, default_source)

# ---- p-value of the MOVER interval: the z at which its nearer limit touches 0 ----
for i, (a, b) in enumerate([
    (tally(50, 30, 20), tally(37, 41, 22)),
    (tally(12, 5, 3), tally(3, 9, 8)),
    (tally(1436, 968, 342), tally(1268, 935, 447)),
    (tally(4, 1, 0), tally(1, 2, 2)),
], 1):
    d = net(a) - net(b)
    edge = lambda z: mover(a, b, z)[0] if d > 0 else mover(a, b, z)[1]
    z = optimize.brentq(edge, 0.05, 8, xtol=1e-10)
    lower, upper = mover(a, b, Z)
    add(f"OWN-COMPARE-{i:02}", "nps_compare", dict(a=a, b=b), dict(difference=d, lower=lower, upper=upper, p=2 * stats.norm.sf(z)), 1e-6,
        "MOVER from two Tango intervals, p by inverting the interval (scipy brentq over z)")

# ---- paired and mixed panels ----
tables = [[[40, 8, 2], [12, 22, 6], [3, 5, 12]], [[6, 1, 0], [2, 5, 0], [0, 0, 2]], [[12, 0, 0], [5, 9, 0], [1, 2, 4]]]
values = np.array([1, 0, -1])


def paired(table, extra):
    t = np.array(table, float)
    step = values[None, :] - values[:, None]
    x = np.repeat(step.ravel(), t.ravel().astype(int)).astype(float)
    if extra:
        # +3 pseudo-pairs: 3/4 up by 1, 3/4 down by 1, 3/2 still
        n = len(x) + 3
        mean = x.sum() / n
        square = ((x**2).sum() + 1.5) / n
    else:
        n, mean, square = len(x), x.mean(), (x**2).mean()
    se = math.sqrt((square - mean**2) / n)
    return x.mean(), mean, se


for i, table in enumerate(tables, 1):
    adjusted = i > 1
    change, centre, se = paired(table, adjusted)
    add(f"OWN-PAIR-{i:02}", "nps_change_paired_default", dict(table=table),
        dict(change=change, se=se, lower=max(-2, centre - Z * se), upper=min(2, centre + Z * se), p=2 * stats.norm.sf(abs(centre) / se), method="adjusted-wald" if adjusted else "wald"),
        1e-12, "numpy on the expanded pairs; Wald for n >= 20 with moves both ways, else +3 pseudo-pairs")

for i, (first, second) in enumerate([(tally(50, 30, 20), tally(60, 25, 15)), (tally(5, 5, 0), tally(200, 100, 100))], 1):
    change, _, se = paired(tables[0], True)
    part = lambda t: variance(t["promoters"] + 0.75, t["passives"] + 1.5, t["detractors"] + 0.75) / (sum(t.values()) + 3)
    other, other_variance = net(second) - net(first), part(first) + part(second)
    w = np.array([1 / se**2, 1 / other_variance])
    est, est_se = (w * [change, other]).sum() / w.sum(), math.sqrt(1 / w.sum())
    add(f"OWN-MIXED-{i:02}", "nps_change_mixed_panel", dict(both=tables[0], first_only=first, second_only=second),
        dict(change=est, se=est_se, lower=est - Z * est_se, upper=est + Z * est_se, p=2 * stats.norm.sf(abs(est) / est_se), weightOfPairs=w[0] / w.sum()),
        1e-12, "inverse-variance combination written out in numpy")

for i, (tb, ta, cb, ca) in enumerate([
    (tally(50, 30, 20), tally(60, 25, 15), tally(48, 30, 22), tally(50, 28, 22)),
    (tally(200, 150, 150), tally(260, 130, 110), tally(210, 140, 150), tally(190, 150, 160)),
], 1):
    d = net(ta) - net(tb) - net(ca) + net(cb)
    v = sum(variance(t["promoters"] + 0.75, t["passives"] + 1.5, t["detractors"] + 0.75) / (sum(t.values()) + 3) for t in (tb, ta, cb, ca))
    add(f"OWN-DID-{i:02}", "nps_difference_in_differences", dict(treated=dict(before=tb, after=ta), comparison=dict(before=cb, after=ca)),
        dict(difference=d, se=math.sqrt(v), lower=d - Z * math.sqrt(v), upper=d + Z * math.sqrt(v), p=2 * stats.norm.sf(abs(d) / math.sqrt(v))), 1e-12,
        "difference of two differences, variances of the four +3 tallies added (scipy norm)")

# ---- plans ----
for i, (change, p, d, r) in enumerate([(0.07, 0.5, 0.2, 0.5), (0.03, 0.4, 0.3, 0.55)], 1):
    v = 2 * (p + d - (p - d) ** 2) * (1 - r)
    raw = v * ((Z + stats.norm.ppf(0.8)) / change) ** 2
    add(f"OWN-NPAIR-{i:02}", "sample_size_pairs", dict(change=change, shares=dict(promoter=p, detractor=d), correlation=r), dict(raw=raw, n=math.ceil(raw)), 1e-10, "normal approximation, scipy norm.ppf")
for i, (u, t, ratio, power) in enumerate([(0.24, 0.33, 1, 0.8), (0.18, 0.22, 4, 0.9)], 1):
    raw = (u * (1 - u) + t * (1 - t) / ratio) * ((Z + stats.norm.ppf(power)) / (t - u)) ** 2
    add(f"OWN-NHOLD-{i:02}", "sample_size_holdout", dict(untreated=u, treated=t, ratio=ratio, power=power), dict(raw=raw, n=math.ceil(raw)), 1e-10, "unpooled normal approximation, scipy norm.ppf")
for i, (a, b, na, nb) in enumerate([((0.6, 0.1), (0.5, 0.2), 279, 279), ((0.5, 0.2), (0.45, 0.22), 1000, 3000)], 1):
    v = lambda s: s[0] + s[1] - (s[0] - s[1]) ** 2
    e = abs(a[0] - a[1] - b[0] + b[1]) / math.sqrt(v(a) / na + v(b) / nb)
    add(f"OWN-POWER-{i:02}", "power_two_nps", dict(a=dict(promoter=a[0], detractor=a[1]), b=dict(promoter=b[0], detractor=b[1]), n_a=na, n_b=nb),
        dict(power=stats.norm.sf(Z - e) + stats.norm.cdf(-Z - e)), 1e-12, "both tails of the z test, scipy norm")
add("OWN-POWER-03", "power_holdout", dict(untreated=0.24, treated=0.33, n_untreated=400, n_treated=400),
    dict(power=(lambda e: stats.norm.sf(Z - e) + stats.norm.cdf(-Z - e))(0.09 / math.sqrt((0.24 * 0.76 + 0.33 * 0.67) / 400))), 1e-12, "both tails of the z test, scipy norm")
add("OWN-MDE-01", "smallest_detectable_difference", dict(shares=dict(promoter=0.5, detractor=0.2), n_a=100, n_b=250),
    dict(difference=(Z + stats.norm.ppf(0.8)) * math.sqrt(0.61 * (1 / 100 + 1 / 250))), 1e-12, "scipy norm.ppf")
add("OWN-DEFF-01", "cluster_design_effect", dict(size=20, correlation=0.05), dict(design_effect=1.95), 1e-12, "Kish 1965: 1 + (m - 1) rho")

# ---- bounds and trimming ----
add("OWN-BOUNDS-01", "non_response_bounds", dict(**tally(50, 30, 20), invited=400), dict(responseRate=0.25, lowest=0.25 * 0.3 - 0.75, highest=0.25 * 0.3 + 0.75), 1e-12, "Manski 1989: (1-m)s -+ m")
add("OWN-BOUNDS-02", "non_response_bounds", dict(**tally(90, 5, 5), invited=200, gap=0.3), dict(lower=0.5 * 0.85 + 0.5 * 0.55, upper=0.5 * 0.85 + 0.5 * 1), 1e-12, "the silent half differs by at most 0.3 and by no more than the scale allows")
w = np.array([0.1, 0.5, 1, 1.4, 7.0])
cut = np.clip(w, 0.3 * w.mean(), 3 * w.mean())
add("OWN-TRIM-01", "trim_weights", dict(weights=w.tolist(), low=0.3, high=3), dict(weights=(cut * w.sum() / cut.sum()).tolist(), trimmed=int((cut != w).sum())), 1e-12, "numpy clip, rescaled to the old sum")


# ---- local level: q by maximum likelihood of the dense Gaussian law, no Kalman filter ----
def level_case(id_, tallies, conf_z=Z):
    whole = [sum(t[k] for t in tallies) for k in ("promoters", "passives", "detractors")]
    pooled = variance(whole[0] + 0.75, whole[1] + 1.5, whole[2] + 0.75)
    known = [t for t, one in enumerate(tallies) if sum(one.values()) > 0]
    y = np.array([net(tallies[t]) for t in known])
    v = np.array([pooled / sum(tallies[t].values()) for t in known])
    T = len(tallies)
    first = known[0]
    walk = lambda a, b: max(0, min(a, b) - first)

    # Flat prior on the level at the first answered period: restricted likelihood given the first observation.
    def nll(logq):
        q = math.exp(logq)
        V = np.array([[q * walk(a, b) for b in known] for a in known]) + np.diag(v)
        # differences to the first observation carry all the information about q
        C = np.hstack([-np.ones((len(known) - 1, 1)), np.eye(len(known) - 1)])
        W = C @ V @ C.T
        r = C @ y
        return 0.5 * (np.linalg.slogdet(2 * np.pi * W)[1] + r @ np.linalg.solve(W, r))

    best = optimize.minimize_scalar(nll, bounds=(-24, 1), method="bounded", options=dict(xatol=1e-10))
    q = math.exp(best.x)
    V = np.array([[q * walk(a, b) for b in known] for a in known]) + np.diag(v)
    G = np.linalg.inv(V)
    ones = np.ones(len(known))
    mu = ones @ G @ y / (ones @ G @ ones)
    out, se = [], []
    for t in range(first, T):
        k = np.array([q * walk(t, b) for b in known])
        lam = G @ k
        u = 1 - ones @ lam
        out.append(mu + lam @ (y - mu))
        se.append(math.sqrt(q * walk(t, t) - k @ lam + u * u / (ones @ G @ ones)))
    clip = lambda x: max(-1.0, min(1.0, x))
    out, se = [out[0]] * first + out, [math.sqrt(se[0] ** 2 + (first - t) * q) for t in range(first)] + se
    add(id_, "nps_level", dict(periods=tallies),
        dict(q=q, level=[clip(m) for m in out], lower=[clip(m - conf_z * s) for m, s in zip(out, se)], upper=[clip(m + conf_z * s) for m, s in zip(out, se)]),
        2e-5, "dense Gaussian smoothing (universal kriging on the walk's covariance) and restricted likelihood, numpy + scipy minimize_scalar; flat prior on the first level, pooled +3 variance / n")


level_case("OWN-LEVEL-01", [tally(50, 30, 20), tally(30, 40, 30), tally(2, 0, 0), tally(0, 0, 0), tally(60, 20, 20), tally(45, 30, 25), tally(80, 15, 5)])
level_case("OWN-LEVEL-02", [tally(0, 0, 0), tally(20, 60, 20), tally(30, 55, 15), tally(55, 30, 15), tally(70, 20, 10), tally(40, 10, 3)])


# ---- multilevel: REML by direct maximisation with numpy, BLUP as generalised least squares + kriging ----
def multilevel_case(id_, cells, factors):
    counts = np.array([[c["promoters"], c["passives"], c["detractors"]] for c in cells], float)
    n = counts.sum(1)
    obs = np.flatnonzero(n > 0)
    tot = counts.sum(0)
    pooled = variance(tot[0] + 0.75, tot[1] + 1.5, tot[2] + 0.75)
    y, v = (counts[obs, 0] - counts[obs, 2]) / n[obs], pooled / n[obs]
    same = [np.array([[c["levels"][f] == e["levels"][f] for e in cells] for c in cells], float) for f in factors] + [np.eye(len(cells))]
    K = lambda tau: sum(t * s for t, s in zip(tau, same))
    one = np.ones(len(obs))

    def nll(root):
        V = K(root**2)[np.ix_(obs, obs)] + np.diag(v)
        G = np.linalg.inv(V)
        P = G - np.outer(G @ one, one @ G) / (one @ G @ one)
        return 0.5 * (np.linalg.slogdet(V)[1] + math.log(one @ G @ one) + y @ P @ y)

    best = min((optimize.minimize(nll, np.full(len(same), s), method="Nelder-Mead", options=dict(xatol=1e-11, fatol=1e-14, maxiter=40000, maxfev=40000)) for s in (0.05, 0.2, 0.5)), key=lambda r: r.fun)
    tau = best.x**2
    full = K(tau)
    V = full[np.ix_(obs, obs)] + np.diag(v)
    G = np.linalg.inv(V)
    mu = one @ G @ y / (one @ G @ one)
    k = full[:, obs]
    eta = mu + k @ G @ (y - mu)
    u = 1 - k @ G @ one
    cov = full - k @ G @ k.T + np.outer(u, u) / (one @ G @ one)
    pop = np.array([c["population"] for c in cells], float)
    est = lambda w: dict(nps=float(w @ eta / w.sum()), se=float(math.sqrt(w @ cov @ w) / w.sum()))
    levels = []
    for f in factors:
        for level in dict.fromkeys(c["levels"][f] for c in cells):
            levels.append(dict(factor=f, level=level, **est(pop * [c["levels"][f] == level for c in cells])))
    add(id_, "nps_multilevel", dict(factors=factors, cells=cells),
        dict(whole=est(pop), levels=levels, variances={f: float(t) for f, t in zip(factors + ["cell"], tau)}), 2e-5,
        "restricted likelihood maximised by scipy Nelder-Mead from three starts, best linear unbiased prediction in numpy")


def grid(counts, pops, rows, columns):
    return [dict(levels=dict(country=r, product=c), population=pops[i][j], **tally(*counts[i][j])) for i, r in enumerate(rows) for j, c in enumerate(columns)]


pops = [[8000, 3000, 500], [900, 2500, 100], [3000, 700, 400], [9000, 4000, 1000]]
rows, columns = ["DE", "FI", "UK", "US"], ["A", "B", "C"]
multilevel_case("OWN-MULTI-01", grid([[[50, 30, 20], [20, 10, 4], [3, 1, 0]], [[8, 4, 1], [30, 12, 3], [0, 0, 0]], [[20, 30, 30], [5, 9, 11], [2, 4, 6]], [[70, 20, 10], [33, 8, 9], [9, 0, 1]]], pops, rows, columns), ["country", "product"])
multilevel_case("OWN-MULTI-02", grid([[[50, 30, 20], [20, 30, 50], [70, 15, 15]], [[60, 20, 5], [30, 32, 23], [80, 8, 2]], [[20, 30, 30], [5, 9, 41], [42, 14, 16]], [[70, 20, 30], [33, 38, 39], [90, 10, 11]]], pops, rows, columns), ["country", "product"])
multilevel_case("OWN-MULTI-03", grid([[[90, 30, 20], [20, 70, 50], [20, 15, 15]], [[10, 20, 45], [90, 32, 3], [30, 28, 32]], [[70, 30, 10], [5, 9, 41], [42, 14, 16]], [[20, 20, 80], [83, 38, 9], [50, 50, 51]]], pops, rows, columns), ["country", "product"])

# ---- Miettinen-Nurminen where nobody or everybody did it ----
def miettinen_nurminen(x1, n1, x2, n2):
    d, N = x1 / n1 - x2 / n2, n1 + n2

    def gap(delta):
        def nll(p2):
            total = 0.0
            for x, n, p in ((x1, n1, p2 + delta), (x2, n2, p2)):
                p = min(1, max(0, p))
                for k, share in ((x, p), (n - x, 1 - p)):
                    if k > 0:
                        if share <= 0:
                            return 1e300
                        total -= k * math.log(share)
            return total

        low, high = max(0.0, -delta), min(1.0, 1 - delta)
        q = optimize.minimize_scalar(nll, bounds=(low, high), method="bounded", options=dict(xatol=1e-14)).x
        for end in (low, high):
            if nll(end) <= nll(q):
                q = end
        p = q + delta
        return (d - delta) ** 2 - Z * Z * (p * (1 - p) / n1 + q * (1 - q) / n2) * N / (N - 1)

    lower = -1 if d == -1 else optimize.brentq(gap, -1 + 1e-9, d - 1e-9, xtol=1e-13)
    upper = 1 if d == 1 else optimize.brentq(gap, d + 1e-9, 1 - 1e-9, xtol=1e-13)
    return dict(diff=d, lower=lower, upper=upper)


for i, (x1, n1, x2, n2) in enumerate([(10, 10, 0, 20), (0, 10, 0, 20), (5, 56, 0, 29), (6, 7, 2, 7), (10, 10, 10, 10)], 1):
    add(f"OWN-MN-{i:02}", "diff_proportions_miettinen_nurminen", dict(x1=x1, n1=n1, x2=x2, n2=n2), miettinen_nurminen(x1, n1, x2, n2), 1e-7,
        "restricted likelihood maximised by scipy minimize_scalar, brentq; .7156-1, -.1658-.2844 as printed in Newcombe 1998b Table II")


# ---- posterior: one-dimensional integral in mpmath, other priors and lopsided counts ----
def posterior(P, A, D, prior):
    a, c, b = P + prior[0], A + prior[1], D + prior[2]
    S, R = stats.beta(a + b, c), stats.beta(a, b)
    grid_ = [S.ppf(x) for x in np.concatenate([[1e-15], np.linspace(1e-6, 1 - 1e-6, 40)])] + [1 - stats.beta(c, a + b).ppf(1e-15)]
    nodes, weights = np.polynomial.legendre.leggauss(60)

    def cdf(x):
        # the part of S below |x| is decided, the rest integrates R's tail
        if x < 0:
            tail = lambda s: R.cdf((1 + x / s) / 2)
        else:
            tail = lambda s: R.sf((1 + x / s) / 2)
        edges = [abs(x)] + [g for g in grid_ if g > abs(x)]
        total = 0.0
        for lo, hi in zip(edges, edges[1:]):
            s = (lo + hi) / 2 + (hi - lo) / 2 * nodes
            total += (hi - lo) / 2 * (weights * S.pdf(s) * tail(s)).sum()
        return total if x < 0 else 1 - total

    T = a + b + c
    mean = (a - b) / T
    return dict(mean=mean, sd=math.sqrt(((a + b) / T - mean**2) / (T + 1)), lower=optimize.brentq(lambda x: cdf(x) - 0.025, -1 + 1e-9, 1 - 1e-9, xtol=1e-12),
                upper=optimize.brentq(lambda x: cdf(x) - 0.975, -1 + 1e-9, 1 - 1e-9, xtol=1e-12), prob_nps_positive=stats.beta.sf(0.5, a, b))


for i, (t, prior) in enumerate([((5, 333, 1), [1, 1, 1]), ((300, 20, 80), [2, 3, 4]), ((4, 3, 9), [1, 2, 1])], 1):
    add(f"OWN-DIR-{i:02}", "nps_posterior_dirichlet", dict(**tally(*t), prior=prior), posterior(*t, prior), 1e-7, "composite Gauss-Legendre over the quantiles of S, scipy beta, brentq")


# ---- exact bootstrap law by convolving one answer n times ----
def exact_bootstrap(P, A, D):
    n = P + A + D
    law = np.array([1.0])
    for _ in range(n):
        law = np.convolve(law, np.array([D, A, P]) / n)
    x = np.arange(-n, n + 1) / n
    mean = (law * x).sum()
    cdf = np.cumsum(law)
    return dict(mean=mean, se=math.sqrt((law * (x - mean) ** 2).sum()), lower=x[np.searchsorted(cdf, 0.025)], upper=x[np.searchsorted(cdf, 0.975)])


for i, t in enumerate([(30, 0, 70), (200, 250, 0), (0, 17, 3), (411, 300, 289)], 1):
    add(f"OWN-BOOT-{i:02}", "nps_bootstrap_percentile_infinite_B", tally(*t), exact_bootstrap(*t), 1e-9, "n-fold convolution of the law of one answer, numpy")


# ---- shared Dirichlet prior, with a category that nobody chose ----
def shared_prior(rows_):
    x = np.array(rows_, float)
    used = np.flatnonzero(x.sum(0) > 0)
    lg = scipy.special.gammaln

    def nll(log_alpha):
        a = np.exp(log_alpha)
        z = x[:, used]
        return -(lg(a.sum()) - lg(z.sum(1) + a.sum()) + (lg(z + a) - lg(a)).sum(1)).sum()

    best = min((optimize.minimize(nll, np.full(len(used), s), method="Nelder-Mead", options=dict(xatol=1e-11, fatol=1e-13, maxiter=20000, maxfev=20000)) for s in (0.0, 1.0, 3.0)), key=lambda r: r.fun)
    alpha = np.zeros(3)
    alpha[used] = np.exp(best.x)
    return dict(alpha=alpha.tolist(), concentration=alpha.sum(), log_lik_kernel=-best.fun, shrunk_nps=((x[:, 0] + alpha[0] - x[:, 2] - alpha[2]) / (x.sum(1) + alpha.sum())).tolist())


import scipy.special  # noqa: E402

for i, rows_ in enumerate([[[5, 3, 0], [9, 1, 0], [2, 8, 0]], [[400, 500, 100], [900, 10, 90], [100, 0, 900]], [[1, 0, 2], [3, 3, 3], [8, 0, 1], [0, 4, 4]]], 1):
    add(f"OWN-DMEB-{i:02}", "segment_shrinkage_dirichlet_multinomial", dict(counts=rows_), shared_prior(rows_), 1e-4, "scipy Nelder-Mead from three starts on log alpha, unused categories left out")

# ---- t, clusters, movement beside chance, margins ----
x = np.array([1] * 12 + [0] * 5 + [-1] * 3)
low, high = stats.t.interval(0.95, len(x) - 1, x.mean(), x.std(ddof=1) / math.sqrt(len(x)))
add("OWN-T-01", "nps_ci_t", tally(12, 5, 3), dict(lower=low, upper=high), 1e-10, "scipy.stats.t.interval on 1, 0, -1")

scores = [10, 9, 9, 3, 8, 7, 10, 10, 2, 0, 5, 9]
groups = ["a", "a", "a", "b", "c", "c", "d", "d", "e", "e", "e", "f"]
coded = np.array([1 if s >= 9 else 0 if s >= 7 else -1 for s in scores], float)
residual = np.array([sum(coded[i] - coded.mean() for i in range(len(scores)) if groups[i] == g) for g in dict.fromkeys(groups)])
k = len(residual)
se = math.sqrt(k / (k - 1) * (residual**2).sum()) / len(scores)
reach = stats.t.ppf(0.975, k - 1) * se
add("OWN-CLUSTER-01", "nps_clustered", dict(score=scores, cluster=groups), dict(nps=coded.mean(), se=se, lower=coded.mean() - reach, upper=min(1, coded.mean() + reach), designEffect=se**2 * len(scores) / coded.var()), 1e-10,
    "linearised cluster-robust variance in numpy (the formula of R survey::svymean with ids), scipy t")

table = tables[0]
share = np.array(table, float).sum(1) / np.array(table).sum()
cuts = [np.inf, stats.norm.isf(share[0]), stats.norm.ppf(share[2]), -np.inf]
rho = 0.6
phi2 = lambda h, k: 0.0 if -np.inf in (h, k) else stats.norm.cdf(min(h, k)) if np.inf in (h, k) else stats.multivariate_normal.cdf([h, k], cov=[[1, rho], [rho, 1]])
expected = [[(phi2(cuts[i], cuts[j]) - phi2(cuts[i + 1], cuts[j]) - phi2(cuts[i], cuts[j + 1]) + phi2(cuts[i + 1], cuts[j + 1])) / share[i] for j in range(3)] for i in range(3)]
moves = [[dict(share=table[i][j] / sum(table[i]), expected=expected[i][j], beyond=table[i][j] / sum(table[i]) - expected[i][j]) for j in range(3)] for i in range(3)]
add("OWN-MOVE-01", "movement_against_chance", dict(table=table, rho=rho), dict(moves=moves, promoters=dict(gained=15 / 110, lost=10 / 110, net=5 / 110)), 1e-7,
    "scipy multivariate_normal.cdf over the nine rectangles")
add("OWN-POWER-04", "power_pairs", dict(change=0.05, shares=dict(promoter=0.5, detractor=0.2), correlation=0.55, n=1500),
    dict(power=(lambda e: stats.norm.sf(Z - e) + stats.norm.cdf(-Z - e))(0.05 / math.sqrt(2 * 0.61 * 0.45 / 1500))), 1e-12, "both tails of the z test, scipy norm")
add("OWN-MARGIN-01", "margin_of_answers", dict(n=400, shares=dict(promoter=0.5, detractor=0.2), population=1200), dict(margin=Z * math.sqrt(0.61 / 400 * (1 - 400 / 1200))), 1e-12, "Cochran 1977 with the finite population correction")

(HERE / "core.json").write_text(json.dumps(cases, indent=1) + "\n")

# ---- special functions by mpmath with 40 digits ----
cases.clear()


def function(id_, name, rows_, call, logs=False):
    vals = [call(*[mp.mpf(x) for x in row]) for row in rows_]
    expected = dict(logs=[float(mp.log(x)) for x in vals]) if logs else dict(values=[float(x) for x in vals])
    add(id_, "special_function", dict(function=name, arguments=rows_), expected, 1e-12, f"mpmath {mp.__version__}, 40 digits")


def root(f, start):
    return mp.findroot(f, start, tol=1e-30)


function("OWN-SF-01", "normal_cdf", [[-37.5], [-20], [-8], [-5.7], [-1.96], [-0.6], [-0.1]], mp.ncdf, logs=True)
function("OWN-SF-02", "normal_cdf", [[0], [0.3], [0.68], [1.96], [3], [5.7], [8]], mp.ncdf)
function("OWN-SF-03", "normal_quantile", [[1e-20], [1e-8], [0.01], [0.075], [0.3], [0.5], [0.975], [0.999999]], lambda p: mp.sqrt(2) * mp.erfinv(2 * p - 1))
function("OWN-SF-04", "log_gamma", [[1e-5], [0.1], [1.5], [3], [11.9], [12], [100], [1e9]], mp.loggamma)
function("OWN-SF-05", "digamma", [[0.01], [0.5], [1], [7.3], [1e6]], lambda x: mp.psi(0, x))
function("OWN-SF-06", "trigamma", [[0.01], [0.5], [1], [7.3], [1e6]], lambda x: mp.psi(1, x))
function("OWN-SF-07", "gamma_cdf", [[0.01, 0.5], [2, 3], [60, 50], [0.001, 2], [30, 50]], lambda x, a: mp.gammainc(a, 0, x, regularized=True), logs=True)
function("OWN-SF-08", "gamma_upper", [[30, 0.5], [2, 3], [60, 50], [120, 50], [300, 2]], lambda x, a: mp.gammainc(a, x, regularized=True), logs=True)
function("OWN-SF-09", "beta_cdf", [[0.01, 0.5, 0.5], [0.3, 81, 183], [0.02, 12, 300], [0.5, 1000, 1100], [0.999, 3, 0.5]], lambda x, a, b: mp.betainc(a, b, 0, x, regularized=True), logs=True)
function("OWN-SF-10", "beta_quantile", [[0.025, 81, 183], [0.975, 0.5, 20.5], [0.5, 2, 3]], lambda p, a, b: root(lambda x: mp.betainc(a, b, 0, x, regularized=True) - p, stats.beta.ppf(float(p), float(a), float(b))))
function("OWN-SF-11", "chi_square_upper", [[3.84, 1], [13.36, 2], [0.01, 3], [200, 10], [80, 100]], lambda x, k: mp.gammainc(k / 2, x / 2, regularized=True), logs=True)
function("OWN-SF-12", "student_t_cdf", [[-30, 5], [-3, 2], [-0.1, 37.87], [1, 1], [2.2, 10]],
         lambda t, k: mp.betainc(k / 2, mp.mpf(1) / 2, 0, k / (k + t * t), regularized=True) / 2 if t < 0 else 1 - mp.betainc(k / 2, mp.mpf(1) / 2, 0, k / (k + t * t), regularized=True) / 2, logs=True)
function("OWN-SF-13", "student_t_quantile", [[0.975, 10], [0.95, 1], [0.001, 37.87]],
         lambda p, k: root(lambda t: (mp.betainc(k / 2, mp.mpf(1) / 2, 0, k / (k + t * t), regularized=True) / 2 if t < 0 else 1 - mp.betainc(k / 2, mp.mpf(1) / 2, 0, k / (k + t * t), regularized=True) / 2) - p, stats.t.ppf(float(p), float(k))))
mp.mp.dps = 25
function("OWN-SF-14", "bivariate_normal_cdf", [[0.3, -0.4, 0.95], [0.3, -0.4, -0.95], [1, 1.2, 0.999], [-0.5, 0.7, -0.6], [-2, -2, 0.3]],
         lambda x, y, r: mp.quad(lambda t: mp.npdf(t) * mp.ncdf((y - r * t) / mp.sqrt(1 - r * r)), mp.linspace(-12, x, 60)))
function("OWN-SF-15", "studentised_range_cdf", [[3.5, 3], [2, 5], [5, 20]],
         lambda q, k: k * mp.quad(lambda z: mp.npdf(z) * (mp.ncdf(z) - mp.ncdf(z - q)) ** (k - 1), mp.linspace(-10, 16, 27)))
(HERE / "special-functions.json").write_text(json.dumps(cases, indent=1) + "\n")
