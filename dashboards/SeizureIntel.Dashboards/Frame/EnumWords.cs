using System;
using System.Text;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Choices as people read them: <c>NoUsableDate</c> becomes <c>No usable date</c>.</summary>
internal static class EnumWords
{
    /// <summary>The words of a choice.</summary>
    public static string Of(Enum choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        string name = choice.ToString();
        var words = new StringBuilder(name.Length + 8).Append(name[0]);
        foreach (char c in name.AsSpan(1))
        {
            if (char.IsUpper(c))
                words.Append(' ').Append(char.ToLowerInvariant(c));
            else
                words.Append(c);
        }

        return words.ToString();
    }
}
