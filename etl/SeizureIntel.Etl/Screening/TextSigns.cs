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
    bool HasLetters
)
{
    public static TextSigns Of(ReadOnlySpan<char> text)
    {
        bool digit = false;
        bool at = false;
        bool dot = false;
        bool colon = false;
        bool angle = false;
        bool han = false;
        int letters = 0;
        foreach (char c in text)
        {
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

        return new TextSigns(digit, at, dot, colon, angle, han, letters >= 4);
    }

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '\u3007';
}
