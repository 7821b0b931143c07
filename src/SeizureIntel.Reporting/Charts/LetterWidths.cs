namespace SeizureIntel.Reporting.Charts;

/// <summary>How wide a text is taken to be, whatever fonts the machine has: a layout may not depend on them.</summary>
/// <remarks>Advance widths of DejaVu Sans 2.37, the widest of the usual sans-serif fonts: where a page has a narrower one there is air, never a
/// collision.</remarks>
internal static class LetterWidths
{
    private const int First = ' ';
    private const int Other = 640;
    private const int Wide = 1000;

    // Thousandths of the size, from U+0020 to U+007E.
    private static readonly short[] Regular =
    [
        .. (short[])[318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337],
        .. (short[])[636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531],
        .. (short[])[1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787],
        .. (short[])[603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500],
        .. (short[])[500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612],
        .. (short[])[635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838],
    ];

    private static readonly short[] Bold =
    [
        .. (short[])[348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365],
        .. (short[])[696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580],
        .. (short[])[1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850],
        .. (short[])[733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500],
        .. (short[])[500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687],
        .. (short[])[716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838],
    ];

    /// <summary>Width of a text in pixels.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Size of the letters, pixels.</param>
    /// <param name="bold">True for bold letters.</param>
    public static double Of(string text, double size, bool bold = false)
    {
        short[] widths = bold ? Bold : Regular;
        int sum = 0;
        foreach (char letter in text)
        {
            int at = letter - First;
            sum +=
                at >= 0 && at < widths.Length ? widths[at]
                : letter is '→' or '…' or '×' or '−' or > '\u2fff' || char.IsHighSurrogate(letter) ? Wide
                : char.IsLowSurrogate(letter) ? 0
                : Other;
        }

        return sum * size / 1000;
    }
}
