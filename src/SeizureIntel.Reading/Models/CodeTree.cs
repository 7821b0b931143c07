using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Reading.Models;

/// <summary>The codes that a model knows, and what stands above them.</summary>
internal sealed class CodeTree
{
    // Two codes of which neither contains the other cannot both be likelier than this.
    private const double Half = 0.5;

    private readonly string[] _nodes;
    private readonly int[][] _above;

    /// <summary>Takes the codes over.</summary>
    /// <param name="codes">The codes, as the model numbers them.</param>
    /// <param name="parentOf">The code above a code; null at the top.</param>
    public CodeTree(string[] codes, Func<string, string?> parentOf)
    {
        Parents = codes.Select(parentOf).ToArray();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var nodes = new List<string>();
        // Each code's chain, the top first, so that what stands above has the smaller depth.
        _above = [.. codes.Select(c => Chain(c, parentOf).Select(Number).ToArray())];
        _nodes = [.. nodes];

        int Number(string node)
        {
            if (!numbers.TryGetValue(node, out int number))
            {
                numbers[node] = number = nodes.Count;
                nodes.Add(node);
            }

            return number;
        }
    }

    /// <summary>The code above each code; null at the top.</summary>
    public IReadOnlyList<string?> Parents { get; }

    /// <summary>The codes that are likelier than half, each of which contains the next: a code is as likely as all within it.</summary>
    /// <param name="scores">The scores of the codes.</param>
    /// <param name="temperature">Divides them.</param>
    public IReadOnlyList<(string Code, double Probability)> Likely(double[] scores, double temperature)
    {
        double most = scores.Max(),
            sum = 0;
        var masses = new double[_nodes.Length];
        var depths = new int[_nodes.Length];
        for (int c = 0; c < scores.Length; c++)
        {
            double share = Math.Exp((scores[c] - most) / temperature);
            sum += share;
            for (int depth = 0; depth < _above[c].Length; depth++)
            {
                masses[_above[c][depth]] += share;
                depths[_above[c][depth]] = depth;
            }
        }

        var likely = new List<(int Node, double P)>();
        for (int node = 0; node < masses.Length; node++)
        {
            if (masses[node] > Half * sum)
                likely.Add((node, masses[node] / sum));
        }

        return [.. likely.OrderBy(l => depths[l.Node]).Select(l => (_nodes[l.Node], l.P))];
    }

    /// <summary>Whether a code is one of the model's or stands above it.</summary>
    public bool Contains(string code, int number) => Array.Exists(_above[number], n => _nodes[n] == code);

    /// <summary>Whether a code is another one or stands above it.</summary>
    public static bool Contains(string code, string other, Func<string, string?> parentOf) => Chain(other, parentOf).Contains(code);

    private static List<string> Chain(string code, Func<string, string?> parentOf)
    {
        var chain = new List<string>();
        for (string? at = code; at is not null && !chain.Contains(at); at = parentOf(at))
            chain.Insert(0, at);
        return chain;
    }
}
