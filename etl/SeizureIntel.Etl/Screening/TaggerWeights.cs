using System;
using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>What the tagger has learned: for each feature how much it speaks for each label. A text of one line a feature, its hash and one sign a
/// label; how it is made is told in ADR 0057.</summary>
internal sealed class TaggerWeights
{
    /// <summary>Labels and room for as many as the processor adds at once.</summary>
    public const int Lanes = 24;

    /// <summary>Weights are whole numbers from minus this to this, written as a sign from '!' to '}'.</summary>
    public const int Largest = 46;

    private const char Zero = (char)('!' + Largest);
    private const int HashLength = 8;

    // Most features of a text are in no row: a small table of bits, which the processor keeps near, says so.
    private const int Bits = 1 << 19;

    private readonly ulong[] _bits = new ulong[Bits / 64];
    private readonly ulong[] _slots;
    private readonly short[] _weights;
    private readonly float _step;

    private TaggerWeights(string[] labels, float step, int rows)
    {
        Labels = labels;
        _step = step;
        _slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)rows * 2)];
        _weights = new short[rows * Lanes];
    }

    /// <summary>What a token can be; the first is nothing personal.</summary>
    public string[] Labels { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It is no file of weights; the message names file and line, what was found and what was expected.</exception>
    public static TaggerWeights Parse(string path, string text)
    {
        var lines = text.AsSpan().EnumerateLines();
        if (
            !lines.MoveNext()
            || lines.Current.ToString().Split(' ') is not [var step, var names]
            || !float.TryParse(step, CultureInfo.InvariantCulture, out float size)
            || names.Split(',') is not { Length: > 1 and <= Lanes } labels
        )
            throw new FormatException($"{path}, line 1: expected the size of a step and 2 to {Lanes} labels.");
        var weights = new TaggerWeights(labels, size, (text.Length / (HashLength + labels.Length + 1)) + 2);
        int row = 0;
        foreach (ReadOnlySpan<char> line in lines)
        {
            if (line.Length == 0)
                continue;
            if (
                line.Length != HashLength + labels.Length
                || line[HashLength..].ContainsAnyExceptInRange('!', '}')
                || !uint.TryParse(line[..HashLength], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint hash)
            )
                throw new FormatException(
                    $"{path}, line {row + 2}: found {line.Length} signs, expected a hash of {HashLength} and {labels.Length} weights from ! to }}."
                );
            weights.Keep(hash, ++row, line[HashLength..]);
        }

        return weights;
    }

    /// <summary>Adds a line of the file.</summary>
    public static void Write(StringBuilder text, uint hash, ReadOnlySpan<int> weights)
    {
        text.Append(CultureInfo.InvariantCulture, $"{hash:x8}");
        foreach (int weight in weights)
            text.Append((char)(Zero + weight));
        text.Append('\n');
    }

    /// <summary>How likely each label is for a token with these features.</summary>
    public void Weigh(ReadOnlySpan<uint> features, Span<float> chances)
    {
        Vector128<short> a = default;
        Vector128<short> b = default;
        Vector128<short> c = default;
        foreach (uint feature in features)
        {
            if ((_bits[(feature & (Bits - 1)) >> 6] & (1UL << (int)(feature & 63))) == 0)
                continue;
            uint row = (uint)(_slots[Slot(feature)] & uint.MaxValue);
            if (row == 0)
                continue;
            ref short at = ref _weights[row * Lanes];
            a += Vector128.LoadUnsafe(ref at);
            b += Vector128.LoadUnsafe(ref at, 8);
            c += Vector128.LoadUnsafe(ref at, 16);
        }

        Span<short> sums = stackalloc short[Lanes];
        a.CopyTo(sums);
        b.CopyTo(sums[8..]);
        c.CopyTo(sums[16..]);
        for (int i = 0; i < Labels.Length; i++)
            chances[i] = sums[i] * _step;
        Softmax.Share(chances[..Labels.Length]);
    }

    private void Keep(uint hash, int row, ReadOnlySpan<char> signs)
    {
        _slots[Slot(hash)] = ((ulong)hash << 32) | (uint)row;
        _bits[(hash & (Bits - 1)) >> 6] |= 1UL << (int)(hash & 63);
        for (int i = 0; i < signs.Length; i++)
            _weights[(row * Lanes) + i] = (short)(signs[i] - Zero);
    }

    // Where a hash stands with its row, or where it would.
    private int Slot(uint hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)(hash & (uint)mask);
        while (_slots[slot] != 0 && _slots[slot] >> 32 != hash)
            slot = (slot + 1) & mask;
        return slot;
    }
}
