namespace SeizureIntel.Etl.Screening;

/// <summary>How a run of letters, digits and the signs that join them is written.</summary>
internal readonly record struct UserNameShape(
    int Letters,
    int Digits,
    int Capitals,
    int Dots,
    int Hyphens,
    int Underscores,
    int ShortestPart,
    bool StartsWithLetter,
    bool DigitsAreLast,
    bool IsAscii,
    bool IsTwoWords
)
{
    /// <summary>Whether anything but a plain word or number stands there.</summary>
    public bool MayBeName => Underscores > 0 || (Letters > 0 && (Digits > 0 || Dots > 0 || IsTwoWords));

    /// <summary>Whether no letter is large.</summary>
    public bool IsSmall => Capitals == 0;

    /// <summary>Whether every letter is large.</summary>
    public bool IsShouted => Capitals == Letters;

    /// <summary>Reads the run that begins at a place; points and hyphens belong to it between its letters and digits.</summary>
    public static UserNameShape Read(string text, int start, out int end)
    {
        int letters = 0;
        int digits = 0;
        int capitals = 0;
        int dots = 0;
        int hyphens = 0;
        int underscores = 0;
        int part = 0;
        int shortest = int.MaxValue;
        bool digitsAreLast = true;
        bool isAscii = true;
        int second = -1;
        int at = start;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (c is '.' or '-')
            {
                if (at + 1 >= text.Length || !UserNameFinder.IsSign(text[at + 1]))
                    break;
                dots += c == '.' ? 1 : 0;
                hyphens += c == '-' ? 1 : 0;
                shortest = part < shortest ? part : shortest;
                part = 0;
                continue;
            }

            if (!UserNameFinder.IsSign(c))
                break;
            part++;
            isAscii &= c < 0x80;
            if (c == '_')
            {
                underscores++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else
            {
                digitsAreLast &= digits == 0;
                letters++;
                if (char.IsUpper(c))
                {
                    capitals++;
                    second = at > start ? at : second;
                }
            }
        }

        end = at;
        shortest = part < shortest ? part : shortest;
        bool isTwoWords =
            capitals is >= 2 and <= 4
            && letters > 2 * capitals
            && dots + hyphens + underscores == 0
            && digitsAreLast
            && second - start > 2
            && start + 1 < text.Length
            && char.IsLower(text[start + 1])
            && letters - (second - start) > 2
            && char.IsUpper(text[start]);
        bool startsWithLetter = char.IsLetter(text[start]);
        return new(letters, digits, capitals, dots, hyphens, underscores, shortest, startsWithLetter, digitsAreLast, isAscii, isTwoWords);
    }
}
