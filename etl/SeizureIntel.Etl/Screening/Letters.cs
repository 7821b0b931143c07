using System;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Folds letters: small, without accents, so that PÉREZ, Perez and pérez are one word.</summary>
internal static class Letters
{
    private const int Known = 0x2000;

    private static readonly char[] Folded = Table();

    /// <summary>Writes the folded letters of a word into a buffer of the word's length or more; hyphens and apostrophes stay.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        for (int i = 0; i < word.Length; i++)
            buffer[i] = Fold(word[i]);
        return buffer[..word.Length];
    }

    /// <summary>Counts the large and small letters of a text.</summary>
    public static LetterCase Count(ReadOnlySpan<char> text)
    {
        int upper = 0;
        int lower = 0;
        foreach (char letter in text)
        {
            if (char.IsUpper(letter))
                upper++;
            else if (char.IsLower(letter))
                lower++;
        }

        return new LetterCase(upper, lower);
    }

    /// <summary>A text in capitals with each word's first letter alone left large, of the same length; null for any other text.</summary>
    public static string? Lowered(string text)
    {
        if (!Count(text).AreCapitals)
            return null;
        bool isTurkish = text.AsSpan().ContainsAny('İ', 'Ş', 'Ğ');
        return string.Create(text.Length, (text, isTurkish), static (letters, of) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                char letter = of.text[i];
                bool goesOn = i > 0 && (char.IsLetter(of.text[i - 1]) || of.text[i - 1] is '\'' or '’');
                letters[i] =
                    !goesOn ? letter
                    : letter == 'İ' ? 'i'
                    : letter == 'I' && of.isTurkish ? 'ı'
                    : char.ToLowerInvariant(letter);
            }
        });
    }

    public static char Fold(char letter) => letter < Known ? Folded[letter] : letter;

    private static char[] Table()
    {
        char[] folded = new char[Known];
        for (int i = 0; i < Known; i++)
        {
            char small = char.ToLowerInvariant((char)i);
            folded[i] = small switch
            {
                'ı' or 'İ' => 'i',
                'ł' => 'l',
                'ø' => 'o',
                'đ' or 'ð' => 'd',
                'þ' => 't',
                'æ' => 'a',
                'œ' => 'o',
                'ß' => 's',
                'ə' => 'e',
                'ё' => 'е',
                '’' => '\'',
                // Arabic writes alef and ya in several ways.
                'أ' or 'إ' or 'آ' => 'ا',
                'ى' => 'ي',
                < '\u0250' or (>= '\u1e00' and < '\u1f00') when char.IsLetter(small) => Base(small),
                _ => small,
            };
        }

        return folded;
    }

    private static char Base(char letter) => letter.ToString().Normalize(NormalizationForm.FormD)[0];
}
