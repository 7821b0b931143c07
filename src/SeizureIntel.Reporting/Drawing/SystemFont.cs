using System;
using System.Collections.Generic;
using System.Linq;
using SkiaSharp;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>The font of the machine that pictures are lettered with.</summary>
internal static class SystemFont
{
    // Sans-serif fonts in the order of how likely a machine that prints bulletins has them.
    private static readonly string[] Preferred =
    [
        "DejaVu Sans",
        "Noto Sans",
        "Liberation Sans",
        "Arial",
        "Helvetica",
        "Segoe UI",
        "Roboto",
        "Open Sans",
    ];

    // Without a font the library names one without a name, which has no letters.
    private static readonly Lazy<string[]> Installed = new(() => [.. SKFontManager.Default.FontFamilies.Where(HasLetters)]);

    /// <summary>The family to draw with.</summary>
    /// <exception cref="InvalidOperationException">The machine has no font.</exception>
    public static string Family() => Choose(Installed.Value);

    /// <summary>The best of the families that are there.</summary>
    /// <exception cref="InvalidOperationException">There is none: what was lettered with it would be empty.</exception>
    public static string Choose(IReadOnlyList<string> families) =>
        Preferred.FirstOrDefault(p => families.Contains(p, StringComparer.OrdinalIgnoreCase))
        ?? families.FirstOrDefault(f => f.Contains("Sans", StringComparison.OrdinalIgnoreCase))
        ?? (families.Count > 0 ? families[0] : null)
        ?? throw new InvalidOperationException(
            "There is no font on this machine (below /usr/share/fonts), so charts would have no words. Install one, on Debian: "
                + "apt-get install fonts-dejavu-core"
        );

    private static bool HasLetters(string family)
    {
        using SKTypeface? face = SKFontManager.Default.MatchFamily(family);
        return family.Length > 0 && face is not null && face.ContainsGlyphs("Ag");
    }
}
