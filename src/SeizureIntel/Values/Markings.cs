using System;
using System.Collections.Generic;

namespace SeizureIntel.Values;

/// <summary>Reads and writes the labels of <see cref="Marking"/>.</summary>
public static class Markings
{
    private static readonly string[] Labels = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

    /// <summary>The five labels, least restricted first.</summary>
    public static IReadOnlyList<string> All => Labels;

    /// <summary>The label as printed, such as <c>TLP:AMBER+STRICT</c>.</summary>
    public static string Label(this Marking marking) => Labels[(int)marking];

    /// <summary>The labels up to a marking, least restricted first.</summary>
    public static IReadOnlyList<string> UpTo(Marking marking) => Labels[..((int)marking + 1)];

    /// <summary>Reads a label with or without <c>TLP:</c>, in any letter case; null where it is none of the five.</summary>
    public static Marking? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Most records state none, and this is asked of each.
        if (text == NonValue.NotStated)
            return null;
        string trimmed = text.Trim();
        string label = trimmed.StartsWith("TLP:", StringComparison.OrdinalIgnoreCase) ? trimmed : "TLP:" + trimmed;
        for (int i = 0; i < Labels.Length; i++)
        {
            if (string.Equals(Labels[i], label, StringComparison.OrdinalIgnoreCase))
                return (Marking)i;
        }

        return null;
    }
}
