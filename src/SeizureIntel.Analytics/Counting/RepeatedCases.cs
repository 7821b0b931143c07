using System;
using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.Analytics.Counting;

/// <summary>A case that a reporter sends again in another file, with its reference and its day, is one case: else every file sent twice would be a wave of
/// seizures.</summary>
/// <remarks>References are kept as bytes until all are there: a million of them cost what their letters cost.</remarks>
internal sealed class RepeatedCases
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[1024];
    private int _used;

    /// <summary>Keeps the references of a batch.</summary>
    public void Add(IReadOnlyList<string?> references, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (references[i] is { Length: > 0 } reference)
            {
                int most = _used + Encoding.UTF8.GetMaxByteCount(reference.Length);
                if (most > _bytes.Length)
                    Array.Resize(ref _bytes, Math.Max(most, 2 * _bytes.Length));
                _used += Encoding.UTF8.GetBytes(reference, _bytes.AsSpan(_used));
            }

            _ends.Add(_used);
        }
    }

    /// <summary>Gives each seizure the case under which its reporter, day and reference were met first.</summary>
    /// <param name="submission">Submission of each seizure; where there is one alone, nothing is changed.</param>
    /// <param name="reporter">Reporting country of each.</param>
    /// <param name="days">Day of each.</param>
    /// <param name="cases">Case of each; changed.</param>
    public void Join(FrameColumn submission, FrameColumn reporter, int[] days, int[] cases)
    {
        if (IsOne(submission, days.Length))
            return;
        int size = 16;
        while (size < 2L * days.Length)
            size *= 2;
        int[] slots = new int[size];
        for (int row = 0; row < days.Length; row++)
        {
            ReadOnlySpan<byte> reference = Of(row);
            if (reference.IsEmpty || !reporter.HasKnown(row))
                continue;
            int slot = Hash(reporter.First(row), days[row], reference) & (size - 1);
            while (slots[slot] is var known and > 0 && !IsSame(known - 1, row))
                slot = (slot + 1) & (size - 1);
            if (slots[slot] > 0)
                cases[row] = cases[slots[slot] - 1];
            else
                slots[slot] = row + 1;
        }

        bool IsSame(int one, int other) =>
            reporter.First(one) == reporter.First(other) && days[one] == days[other] && Of(one).SequenceEqual(Of(other));
    }

    private static bool IsOne(FrameColumn submission, int rows)
    {
        for (int row = 1; row < rows; row++)
        {
            if (submission.First(row) != submission.First(0))
                return false;
        }

        return true;
    }

    private ReadOnlySpan<byte> Of(int row)
    {
        int start = row == 0 ? 0 : _ends[row - 1];
        return _bytes.AsSpan(start, _ends[row] - start);
    }

    private static int Hash(int reporter, int day, ReadOnlySpan<byte> reference)
    {
        var hash = new HashCode();
        hash.Add(reporter);
        hash.Add(day);
        hash.AddBytes(reference);
        return hash.ToHashCode();
    }
}
