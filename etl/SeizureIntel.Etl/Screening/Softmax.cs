using System;
using System.Numerics;

namespace SeizureIntel.Etl.Screening;

/// <summary>Turns what speaks for each label into how likely each is.</summary>
internal static class Softmax
{
    /// <summary>Shares 1 out over the labels, in place.</summary>
    /// <param name="labels">Log-odds of each, up to a constant; at least one.</param>
    public static void Share<T>(Span<T> labels)
        where T : struct, IFloatingPointIeee754<T>
    {
        T most = labels[0];
        foreach (T label in labels)
            most = T.Max(most, label);
        T all = T.Zero;
        foreach (ref T label in labels)
        {
            label = T.Exp(label - most);
            all += label;
        }

        foreach (ref T label in labels)
            label /= all;
    }
}
