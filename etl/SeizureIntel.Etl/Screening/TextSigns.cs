using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>The signs in a text that decide which finders are worth running.</summary>
internal readonly record struct TextSigns(
    bool HasDigit,
    bool HasAt,
    bool HasDot,
    bool HasColon,
    bool HasAngle,
    bool HasHan,
    bool HasLetters,
    bool HasCode,
    bool HasHost
)
{
    // The airlines' record locator: six letters and digits.
    private const int LocatorLength = 6;

    public static TextSigns Of(ReadOnlySpan<char> text)
    {
        bool digit = false;
        bool at = false;
        bool dot = false;
        bool colon = false;
        bool angle = false;
        bool han = false;
        bool code = false;
        bool host = false;
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            capitals = char.IsAsciiLetterUpper(c) ? capitals + 1 : 0;
            code |= capitals == LocatorLength && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]));
            switch (c)
            {
                case >= '0' and <= '9' or >= '０' and <= '９' or >= '٠' and <= '٩' or >= '۰' and <= '۹':
                    digit = true;
                    break;
                case '@':
                    at = true;
                    break;
                case '.':
                    dot = true;
                    code |= IsBetweenLetters(text, i);
                    host |=
                        i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1]);
                    break;
                case '_':
                    code |= IsBetweenLetters(text, i);
                    break;
                case ':':
                    colon = true;
                    break;
                case '<':
                    angle = true;
                    break;
                default:
                    if (IsHan(c))
                        han = true;
                    else if (char.IsLetter(c))
                        letters++;
                    break;
            }
        }

        return new TextSigns(digit, at, dot, colon, angle, han, letters >= 4, code, host);
    }

    // lena.north, mar_blue: as user names are joined.
    private static bool IsBetweenLetters(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[at + 1]);

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '\u3007';
}
