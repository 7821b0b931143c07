using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Suggesting;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>Learns what columns are called, from the list of names and from labelled files: multinomial logistic regression of a name's features, and
/// of what list, model and values say beside each other. The same list and files give the same weights.</summary>
/// <param name="words">The list of names.</param>
internal sealed class NameTraining(ColumnWords words)
{
    private const int FewestNames = 2;
    private const int Rounds = 6;
    private const float Rate = 0.15f;
    private const float FirstSquare = 0.01f;
    private const float Sure = 0.98f;
    private const float SeenWeight = 2;
    private const float CellWeight = 1;
    private const int Lanes = 8;
    private const double Step = 0.08;

    // Weights of fewer steps are left out.
    private const int Least = 3;
    private const int LeastOfCells = 1;
    private const int Descents = 400;
    private const double DescentRate = 0.05;
    private const double OfParts = 0.002;
    private const double OfFields = 0.02;
    private const string Unmapped = "-";

    // Labelled files are alike: learned freely, what their cells are like would outweigh what is known of cells, and be wrong of files of another make.
    private static readonly Dictionary<string, double> Given = new(StringComparer.Ordinal) { ["values"] = 0.45, ["kind"] = 0.75 };

    // They say what a file, a path or an area is, not what a column holds.
    private static readonly HashSet<string> NoColumns = ["_container", "_region", "field"];

    /// <summary>The text of the file of weights, without how the parts are weighed.</summary>
    /// <param name="seen">The labelled columns.</param>
    /// <param name="read">Those that were read, with their cells.</param>
    public string Learn(IEnumerable<SeenColumn> seen, IEnumerable<SeenColumn> read)
    {
        HeaderPhrase[] phrases = [.. words.Phrases.Where(p => !NoColumns.Contains(p.Field))];
        string[] labels = [.. phrases.Select(p => p.Field).Append(NameModel.Nothing).Distinct().Order(StringComparer.Ordinal)];
        var names = new List<Name>(
            phrases.Select(p => new Name(words.Features.Of(p.Text), [Array.IndexOf(labels, p.Field)], (float)p.Weight))
        );
        foreach (IGrouping<string, SeenColumn> file in seen.GroupBy(c => c.File))
        {
            bool isNested = ComposedNames.AreNested(file.Select(c => c.Name));
            foreach (SeenColumn column in file)
            {
                string? label = column.Fields[0] == Unmapped ? NameModel.Nothing : column.Fields.FirstOrDefault(labels.Contains);
                if (label is not null)
                    names.Add(
                        new Name(words.Features.Of(words.WrittenOut(column.Name, isNested)), [Array.IndexOf(labels, label)], SeenWeight)
                    );
            }
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Step} {string.Join(',', labels)}\n");
        Write(text, labels.Length, names, NameFeatures.Always, Least);
        // A column that may be one of several fields is an example of each.
        IEnumerable<Name> cells = read.Select(c => new Name(
            c.Cells,
            [.. c.Fields.Select(f => Array.IndexOf(labels, f == Unmapped ? NameModel.Nothing : f)).Where(l => l >= 0)],
            CellWeight
        ));
        Write(text, labels.Length, [.. cells.Where(c => c.Labels.Length > 0)], ValueFeatures.Always, LeastOfCells);
        return text.ToString();
    }

    /// <summary>How the parts of the score are weighed, and how common each field is.</summary>
    public static Dictionary<string, double> Weigh(IReadOnlyList<SeenColumn> columns)
    {
        string[] fields = [.. columns.SelectMany(c => c.Parts).Select(p => p.Field).Distinct().Order(StringComparer.Ordinal)];
        int shared = FieldParts.Names.Length;
        double[] weights = new double[shared + fields.Length],
            slopes = new double[weights.Length],
            means = new double[weights.Length],
            squares = new double[weights.Length];
        for (int i = 0; i < shared; i++)
            weights[i] = Given.GetValueOrDefault(FieldParts.Names[i]);
        (int Field, double[] Parts, bool IsRight)[][] cases =
        [
            .. columns
                .Select(c =>
                    c.Parts.Where(p => p.IsPossible).Select(p => (Array.IndexOf(fields, p.Field), p.Parts, c.IsRight(p.Field))).ToArray()
                )
                .Where(c => Array.Exists(c, p => p.Item3)),
        ];
        for (int round = 1; round <= Descents; round++)
        {
            for (int i = 0; i < slopes.Length; i++)
                slopes[i] = weights[i] * (i < shared ? OfParts : OfFields);
            foreach ((int Field, double[] Parts, bool IsRight)[] some in cases)
            {
                double[] all = [.. some.Select(p => Score(weights, shared, p.Field, p.Parts))];
                Softmax.Share<double>(all);
                double right = Math.Max(1e-9, some.Select((p, i) => p.IsRight ? all[i] : 0).Sum());
                for (int i = 0; i < some.Length; i++)
                {
                    double slope = (all[i] - (some[i].IsRight ? all[i] / right : 0)) / cases.Length;
                    slopes[shared + some[i].Field] += slope;
                    for (int p = 0; p < shared; p++)
                        slopes[p] += slope * some[i].Parts[p];
                }
            }

            for (int i = 0; i < weights.Length; i++)
            {
                if (i < shared && Given.ContainsKey(FieldParts.Names[i]))
                    continue;
                means[i] = (0.9 * means[i]) + (0.1 * slopes[i]);
                squares[i] = (0.99 * squares[i]) + (0.01 * slopes[i] * slopes[i]);
                double mean = means[i] / (1 - Math.Pow(0.9, round)),
                    square = squares[i] / (1 - Math.Pow(0.99, round));
                weights[i] -= DescentRate * mean / (Math.Sqrt(square) + 1e-8);
            }
        }

        return FieldParts.Names.Concat(fields).Select((n, i) => (n, Math.Round(weights[i], 2))).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The whole file.</summary>
    public static string With(string learned, Dictionary<string, double> weighing)
    {
        int at = learned.IndexOf('\n', StringComparison.Ordinal) + 1;
        return learned[..at]
            + string.Join(' ', weighing.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key}={w.Value}")))
            + "\n"
            + learned[at..];
    }

    private static double Score(double[] weights, int shared, int field, double[] parts)
    {
        double score = weights[shared + field];
        for (int i = 0; i < shared; i++)
            score += weights[i] * parts[i];
        return score;
    }

    private static void Write(StringBuilder text, int labels, IReadOnlyList<Name> names, uint always, int least)
    {
        Dictionary<uint, int> rows = Rows(names, always);
        int width = Width(labels);
        float[] weights = Descend([.. names.Select(n => n.Of(rows, always))], rows.Count, labels);
        foreach ((uint hash, int row) in rows)
        {
            (int Label, int Weight)[] kept =
            [
                .. Enumerable
                    .Range(0, labels)
                    .Select(k => (k, Math.Clamp((int)Math.Round(weights[(row * width) + k] / Step), -NameModel.Largest, NameModel.Largest)))
                    .Where(p => Math.Abs(p.Item2) >= least),
            ];
            if (kept.Length > 0)
                NameModel.Write(text, hash, kept);
        }
    }

    private static Dictionary<uint, int> Rows(IReadOnlyList<Name> names, uint always)
    {
        var counts = new Dictionary<uint, int>();
        foreach (uint feature in names.SelectMany(n => n.Features))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        uint[] kept = [always, .. counts.Where(static c => c.Value >= FewestNames).Select(static c => c.Key).Order()];
        return Enumerable.Range(0, kept.Length).ToDictionary(i => kept[i]);
    }

    private static int Width(int labels) => (labels + Lanes - 1) / Lanes * Lanes;

    // Several labels at a time; each sum is the same as one at a time.
    private static float[] Descend(Example[] order, int features, int labels)
    {
        int width = Width(labels);
        float[] weights = new float[features * width],
            squares = new float[features * width];
        Array.Fill(squares, FirstSquare);
        var dice = new Random(1);
        float[] slope = new float[width];
        for (int round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            float rate = Rate * (1 - (0.9f * round / Rounds));
            foreach (Example example in order)
            {
                Array.Clear(slope);
                foreach (int row in example.Rows)
                {
                    for (int k = 0; k < width; k += Lanes)
                        (Lane(slope, k) + Lane(weights, (row * width) + k)).CopyTo(slope, k);
                }

                Softmax.Share<float>(slope.AsSpan(0, labels));
                slope.AsSpan(labels).Clear();
                float right = Math.Max(1e-9f, example.Labels.Sum(l => slope[l]));
                if (right > Sure)
                    continue;
                foreach (int label in example.Labels)
                    slope[label] -= slope[label] / right;
                foreach (int row in example.Rows)
                {
                    for (int k = 0; k < width; k += Lanes)
                    {
                        int at = (row * width) + k;
                        Vector256<float> by = Lane(slope, k) * example.Weight,
                            square = Lane(squares, at) + (by * by);
                        square.CopyTo(squares, at);
                        (Lane(weights, at) - (rate * by / Vector256.Sqrt(square))).CopyTo(weights, at);
                    }
                }
            }
        }

        return weights;
    }

    private static Vector256<float> Lane(float[] values, int at) => Vector256.Create(values, at);

    private sealed record Name(IReadOnlyCollection<uint> Features, int[] Labels, float Weight)
    {
        public Example Of(Dictionary<uint, int> rows, uint always) =>
            new([rows[always], .. Features.Where(rows.ContainsKey).Select(f => rows[f])], Labels, Weight);
    }

    private sealed record Example(int[] Rows, int[] Labels, float Weight);
}
