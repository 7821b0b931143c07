using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Writes the paths of a drawing short: a tenth of a pixel is finer than any print, and steps from point to point need fewer digits.</summary>
internal static partial class ShortPath
{
    /// <summary>The same path in relative steps of tenths of a pixel; a path with curves keeps its form and is rounded.</summary>
    public static string Of(string path)
    {
        if (Curves().IsMatch(path))
            return Number().Replace(path, n => Text(Tenths(n.Value)));
        var written = new StringBuilder();
        int x = 0,
            y = 0;
        char before = ' ';
        string move = "";
        foreach (Match step in Step().Matches(path))
        {
            char command = step.Value[0];
            if (command == 'Z')
            {
                written.Append('z');
                before = 'z';
                continue;
            }

            int toX = Tenths(step.Groups["x"].Value),
                toY = Tenths(step.Groups["y"].Value);
            if (command == 'M')
            {
                // The first point, and any after a closed ring, is given from the picture's corner: rounding adds up nowhere.
                move = $"M{Text(toX)}{Separated(toY)}";
                before = 'M';
            }
            else if (toX != x || toY != y)
            {
                string dx = Text(toX - x);
                written
                    .Append(move)
                    .Append(
                        before == 'l'
                            ? dx[0] == '-'
                                ? ""
                                : " "
                            : "l"
                    )
                    .Append(dx)
                    .Append(Separated(toY - y));
                // A move that no line follows draws nothing and is left out.
                move = "";
                before = 'l';
            }

            (x, y) = (toX, toY);
        }

        return written.ToString();
    }

    private static int Tenths(string number) => (int)Math.Round(double.Parse(number, CultureInfo.InvariantCulture) * 10);

    private static string Text(int tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Separated(int tenths) => tenths < 0 ? Text(tenths) : " " + Text(tenths);

    [GeneratedRegex("[^MLZ0-9eE., +-]")]
    private static partial Regex Curves();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"Z|[ML] ?(?<x>-?[\d.]+(?:[eE][+-]?\d+)?)[ ,](?<y>-?[\d.]+(?:[eE][+-]?\d+)?)")]
    private static partial Regex Step();
}
