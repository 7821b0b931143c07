using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a column's name makes likely, learned from the names of the list word by word and letter by letter, and how that, the list itself and
/// the values are weighed against each other. A text of one line a feature; how it is made is told in ADR 0059.</summary>
public sealed class NameModel
{
    /// <summary>The name of the file among the lexicons.</summary>
    public const string File = "column_names.txt";

    private const int HashLength = 8;
    private const int PairLength = 2;
    private const char First = '!';
    private const char Zero = 'O';
    private const char Further = '¡';
    private const int Signs = '~' - First + 1;
    private const int MostLabels = 160;

    /// <summary>A weight is a whole number of steps from minus this to this.</summary>
    internal const int Largest = 46;

    private readonly Dictionary<uint, (byte Label, sbyte Weight)[]> _rows;
    private readonly Dictionary<string, double> _weighing;
    private readonly double _step;

    private NameModel(
        string[] labels,
        double step,
        Dictionary<string, double> weighing,
        Dictionary<uint, (byte Label, sbyte Weight)[]> rows
    ) => (Labels, _step, _weighing, _rows) = (labels, step, weighing, rows);

    /// <summary>The label of names that say nothing that is taken.</summary>
    internal const string Nothing = "_none";

    /// <summary>No model: the list of names alone tells.</summary>
    public static NameModel None { get; } = new([], 0, [], []);

    /// <summary>Fields, and words with <c>_</c> before them for columns that are known and not taken.</summary>
    internal string[] Labels { get; }

    /// <summary>True where nothing was learned.</summary>
    internal bool IsEmpty => Labels.Length == 0;

    /// <summary>How much a part of the score weighs; 0 where it was not learned.</summary>
    internal double Weighing(string part) => _weighing.GetValueOrDefault(part);

    /// <summary>Reads the file.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">The size of a step and the labels; how the parts of the score weigh; then a line a feature, its hash and pairs of label and
    /// weight, each a sign.</param>
    /// <exception cref="FormatException">It is no file of weights; the message names file and line and what was expected.</exception>
    public static NameModel Parse(string file, string text)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        if (
            lines.Length < 2
            || lines[0].Split(' ') is not [var size, var names]
            || !double.TryParse(size, CultureInfo.InvariantCulture, out double step)
            || !double.IsFinite(step)
            || names.Split(',') is not { Length: > 1 and <= MostLabels } labels
        )
            throw new FormatException($"{file}, line 1: expected the size of a step and 2 to {MostLabels} labels.");
        var weighing = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string part in lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                part.Split('=') is not [var name, var value]
                || !double.TryParse(value, CultureInfo.InvariantCulture, out double weight)
                || !double.IsFinite(weight)
            )
                throw new FormatException($"{file}, line 2: found {part}, expected a part of the score, = and its weight.");
            weighing[name] = weight;
        }

        var rows = new Dictionary<uint, (byte Label, sbyte Weight)[]>(lines.Length);
        for (int i = 2; i < lines.Length; i++)
        {
            string line = lines[i];
            int pairs = (line.Length - HashLength) / PairLength;
            if (
                pairs < 1
                || (line.Length - HashLength) % PairLength != 0
                || !uint.TryParse(line.AsSpan(0, HashLength), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint hash)
            )
                throw new FormatException($"{file}, line {i + 1}: expected a hash of {HashLength} signs and pairs of label and weight.");
            var row = new (byte, sbyte)[pairs];
            for (int p = 0; p < pairs; p++)
            {
                int label = LabelOf(line[HashLength + (p * PairLength)]),
                    weight = line[HashLength + (p * PairLength) + 1] - Zero;
                if (label < 0 || label >= labels.Length || Math.Abs(weight) > Largest)
                    throw new FormatException($"{file}, line {i + 1}: expected labels of line 1 and weights up to {Largest}.");
                row[p] = ((byte)label, (sbyte)weight);
            }

            rows[hash] = row;
        }

        return new NameModel(labels, step, weighing, rows);
    }

    /// <summary>Adds a line of the file.</summary>
    internal static void Write(StringBuilder text, uint hash, IEnumerable<(int Label, int Weight)> pairs)
    {
        text.Append(CultureInfo.InvariantCulture, $"{hash:x8}");
        foreach ((int label, int weight) in pairs)
            text.Append(SignOf(label)).Append((char)(Zero + weight));
        text.Append('\n');
    }

    /// <summary>How likely each label is for a name, or for cells, with these features; they share 1. Empty where nothing was learned.</summary>
    /// <param name="features">What was found.</param>
    /// <param name="always">The feature that all have of which this was learned: <see cref="NameFeatures.Always"/> or
    /// <see cref="ValueFeatures.Always"/>.</param>
    internal IReadOnlyDictionary<string, double> Chances(IReadOnlyCollection<uint> features, uint always = NameFeatures.Always)
    {
        double[] chances = new double[Labels.Length];
        foreach (uint feature in features.Append(always))
        {
            if (!_rows.TryGetValue(feature, out (byte Label, sbyte Weight)[]? row))
                continue;
            foreach ((byte label, sbyte weight) in row)
                chances[label] += weight * _step;
        }

        if (IsEmpty)
            return new Dictionary<string, double>(StringComparer.Ordinal);
        Softmax.Share<double>(chances);
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < chances.Length; i++)
            named[Labels[i]] = chances[i];
        return named;
    }

    private static char SignOf(int label) => (char)(label < Signs ? First + label : Further + label - Signs);

    private static int LabelOf(char sign) => sign < Further ? sign - First : sign - Further + Signs;
}
