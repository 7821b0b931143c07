using System.Globalization;
using System.Text;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Digits of every script as 0 to 9.</summary>
internal static class AsciiDigits
{
    /// <summary>The text with decimal digits of any script written 0 to 9 and full-width and compatibility forms made plain; the text itself where
    /// there is nothing to do.</summary>
    public static string In(string text)
    {
        bool isPlain = true;
        foreach (char c in text)
            isPlain &= c < 0x80;
        if (isPlain)
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormKC))
        {
            int digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
                plain.Append((char)('0' + digit));
            else if (c is '٫')
                plain.Append('.');
            else if (c is '٬')
                plain.Append('\'');
            else
                plain.Append(c);
        }

        return plain.ToString();
    }
}
