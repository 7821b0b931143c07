using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Statistics.Sequences;

/// <summary>Compares patterns of three and more places with a chain of independent legs.</summary>
public static class MarkovNull
{
    private const int FewestSteps = 3;

    /// <summary>How many routes would hold each pattern if every leg depended on the present place alone.</summary>
    /// <param name="routes">Places of each route in order.</param>
    /// <param name="patterns">Patterns found in these routes; those of fewer than three places (contiguous) or two places (gapped) are left out, as
    /// legs explain them.</param>
    /// <param name="isContiguous">Whether the places of a pattern follow one another directly.</param>
    /// <param name="dispersion">Variance over mean of a pattern's count (a ratio); 1 or less = Poisson.</param>
    /// <param name="hypotheses">Number of patterns that could have been tested; 0 = those judged.</param>
    /// <param name="weights">How many times each route was taken, in their order, each at least 1; null = once each.</param>
    /// <returns>One answer a judged pattern, in the order given; empty without routes.</returns>
    /// <remarks>Assumes a first-order chain with the start, leg and end shares of the same routes. Patterns x length x legs of the chain, in parallel
    /// over the patterns. Source: J. Kemeny, J. Snell, Finite Markov Chains, 1960, chapter 3 (absorption); matching of a pattern by an automaton as
    /// in P. Nicodeme, B. Salvy, P. Flajolet, Motif statistics, Theoretical Computer Science 287 (2002), section 3.</remarks>
    public static IReadOnlyList<PatternSurprise> Surprise(
        IReadOnlyList<IReadOnlyList<string>> routes,
        IReadOnlyList<SequencePattern> patterns,
        bool isContiguous,
        double dispersion = 1,
        int hypotheses = 0,
        IReadOnlyList<int>? weights = null
    )
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(patterns);
        RoutePatterns.ThrowIfUneven(routes, weights);
        var chain = new RouteChain(routes, weights);
        var judged = patterns.Where(p => p.Steps.Count >= (isContiguous ? FewestSteps : FewestSteps - 1)).ToArray();
        var (expected, p) = (new double[judged.Length], new double[judged.Length]);
        Parallel.For(0, judged.Length, SideBySide.Here(), i =>
        {
            expected[i] = chain.ExpectedRoutes(judged[i].Steps, isContiguous);
            p[i] = CountDistribution.WithDispersion(expected[i], dispersion).UpperTail(judged[i].Count);
        });
        var q = FalseDiscovery.BenjaminiHochberg(p, Math.Max(hypotheses, p.Length));
        return [.. judged.Select((pattern, i) => new PatternSurprise(pattern, expected[i], p[i], q[i]))];
    }
}
