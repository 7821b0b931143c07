using System;
using System.Collections;
using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Search.Embedded;

/// <summary>The rows of a tabulation as integers; a row gets its texts when it is looked at, so that a wide answer costs what is read of it.</summary>
/// <param name="dimensions">The parts of a key.</param>
/// <param name="keys">Keys, ascending: the values of all dimensions in mixed radix, the last dimension's value lowest.</param>
/// <param name="counts">Seizures of each key.</param>
/// <param name="known">Seizures with all dimensions known.</param>
internal sealed class PackedRows(Dimension[] dimensions, ulong[] keys, int[] counts, int known) : IReadOnlyList<TabulationRow>
{
    /// <summary>Seizures with all dimensions known.</summary>
    public int Known => known;

    public int Count => keys.Length;

    public TabulationRow this[int index]
    {
        get
        {
            string[] texts = new string[dimensions.Length];
            ulong key = keys[index];
            for (int d = texts.Length - 1; d >= 0; d--)
            {
                (key, ulong value) = Math.DivRem(key, (ulong)dimensions[d].Values);
                texts[d] = dimensions[d].Text((int)value);
            }

            return new TabulationRow(texts, counts[index], 0);
        }
    }

    public IEnumerator<TabulationRow> GetEnumerator()
    {
        for (int i = 0; i < keys.Length; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
