using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>Weights of terms: rare ones say more.</summary>
public sealed class TermWeights
{
    private readonly Dictionary<string, int> _positions;

    private TermWeights(string[] terms, double[] rarity, Dictionary<string, int> positions)
    {
        Terms = terms;
        Rarity = rarity;
        _positions = positions;
    }

    /// <summary>Terms in ordinal order; their position is that of the feature.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Inverse document frequency of each term (nats, plus 1).</summary>
    public IReadOnlyList<double> Rarity { get; }

    /// <summary>Learns how many documents hold each term.</summary>
    /// <param name="documents">Terms of each document, with repeats.</param>
    /// <returns>The weights.</returns>
    /// <remarks>Assumes that a term in many documents says little. Linear. Source: K. Sparck Jones, Journal of Documentation 28 (1972), p. 11;
    /// smoothed as ln((1 + n) / (1 + df)) + 1 in scikit-learn.</remarks>
    public static TermWeights Learn(IReadOnlyCollection<IReadOnlyList<string>> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var counts = documents
            .SelectMany(d => d.Distinct(StringComparer.Ordinal))
            .GroupBy(t => t, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var terms = counts.Keys.Order(StringComparer.Ordinal).ToArray();
        return new TermWeights(
            terms,
            [.. terms.Select(t => Math.Log((1.0 + documents.Count) / (1.0 + counts[t])) + 1)],
            terms.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i, StringComparer.Ordinal)
        );
    }

    /// <summary>The features of a document: (1 + ln count) times rarity, of length 1.</summary>
    /// <param name="document">Terms, with repeats; unknown ones are passed over.</param>
    /// <returns>The features; empty if no term is known.</returns>
    /// <remarks>Assumes that a tenth mention adds less than the first. Linear. Source: G. Salton, C. Buckley, Term-weighting approaches in automatic
    /// text retrieval, Information Processing and Management 24 (1988), p. 516.</remarks>
    public SparseVector Features(IReadOnlyList<string> document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var vector = SparseVector.Of(
            document
                .Where(_positions.ContainsKey)
                .GroupBy(t => _positions[t])
                .Select(g => (g.Key, (1 + Math.Log(g.Count())) * Rarity[g.Key]))
        );
        return vector.Scaled(Math.Sqrt(vector.Values.Sum(v => v * v)));
    }
}
