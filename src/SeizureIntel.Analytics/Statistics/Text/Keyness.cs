using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Text;

/// <summary>Terms that set new texts apart from old ones.</summary>
public static class Keyness
{
    private const double PriorShare = 0.01;
    private const double PriorFloor = 0.01;

    /// <summary>Compares the occurrences of every term.</summary>
    /// <param name="fresh">Occurrences in the new texts, one a term.</param>
    /// <param name="old">Occurrences in the old texts, in the same order.</param>
    /// <returns>One answer a term, in the same order, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    /// <remarks>Assumes independent occurrences: count a term once a seizure, and judge z of 3.1 and more after Benjamini-Hochberg. Linear. Source:
    /// T. Dunning, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19 (1993), section 4 (two-cell form of
    /// P. Rayson, R. Garside 2000); B. Monroe, M. Colaresi, K. Quinn, Fightin' words, Political Analysis 16 (2008), eq. 15, 16 and 20, with a prior
    /// of .01 times the occurrences in both collections plus .01.</remarks>
    public static Outcome<IReadOnlyList<TermKeyness>> Compare(ReadOnlySpan<int> fresh, ReadOnlySpan<int> old)
    {
        if (fresh.Length != old.Length)
        {
            throw new ArgumentException($"{fresh.Length} new and {old.Length} old counts; expected equal lengths.", nameof(old));
        }

        double freshTotal = 0,
            oldTotal = 0,
            priorTotal = 0;
        for (var i = 0; i < fresh.Length; i++)
        {
            if (fresh[i] < 0 || old[i] < 0)
            {
                throw new ArgumentException($"Term {i} has counts {fresh[i]} and {old[i]}; expected 0 or more.", nameof(fresh));
            }

            freshTotal += fresh[i];
            oldTotal += old[i];
            priorTotal += Prior(fresh[i], old[i]);
        }

        if (freshTotal == 0 || oldTotal == 0 || fresh.Length < 2)
        {
            return Outcome<IReadOnlyList<TermKeyness>>.NotTestable("one of the collections holds no term, or there is one term only");
        }

        var answers = new TermKeyness[fresh.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            double a = fresh[i],
                b = old[i];
            var prior = Prior(a, b);
            var share = (a + b) / (freshTotal + oldTotal);
            var ratio = Math.Max(0, 2 * (Part(a, freshTotal * share) + Part(b, oldTotal * share)));
            var difference =
                Math.Log((a + prior) / (freshTotal + priorTotal - a - prior)) - Math.Log((b + prior) / (oldTotal + priorTotal - b - prior));
            var error = Math.Sqrt((1 / (a + prior)) + (1 / (b + prior)));
            answers[i] = new TermKeyness(prior, ratio, ContinuousTails.ChiSquaredUpper(ratio, 1), difference, difference / error);
        }

        return Outcome<IReadOnlyList<TermKeyness>>.Of(answers);
    }

    private static double Prior(double fresh, double old) => (PriorShare * (fresh + old)) + PriorFloor;

    private static double Part(double observed, double expected) => observed > 0 ? observed * Math.Log(observed / expected) : 0;
}
