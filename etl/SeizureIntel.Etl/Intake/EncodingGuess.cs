using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Tells the older encodings apart by the letters that a text would have in each: a text in the wrong one is full of signs that no language
/// writes.</summary>
internal static class EncodingGuess
{
    private const int SampleBytes = 1 << 18;
    private const double LeastShare = 0.85;
    private const double LeastHangul = 0.92;
    private const double LeastKana = 0.05;
    private const double LeastScore = 0.5;
    private const double Margin = 0.03;
    private const double MarginOfFew = 0.1;
    private const int FewLetters = 4;

    // Above all letters: a sign that stands where signs stand is no letter of a DOS page.
    private const double SignsAlone = 1.2;
    private const string NeverBehindLetters = "£¢¡¿«‹„‚“‘";

    // The letters beyond ASCII of each language, the most frequent first, and the code pages in which its files come.
    private static readonly (string Letters, bool IsLatin, int[] Pages)[] Languages =
    [
        ("éèàêçâîôùûœëïüÿæ", true, [1252, 28605, 850]),
        ("óíáéñúü", true, [1252, 28605, 850]),
        ("üäößé", true, [1252, 28605, 850]),
        ("ãçáéíõóúâêôàü", true, [1252, 28605, 850]),
        ("àèòìùé", true, [1252, 28605, 850]),
        ("óèàéíçòúïü", true, [1252, 28605, 850]),
        ("åäöøæé", true, [1252, 28605, 850]),
        ("áíðóéþúýöæ", true, [1252, 28605]),
        ("ëçéïöü", true, [1252, 28605, 850]),
        ("ıüşçöğâîû", true, [1254, 28599, 857]),
        ("łęąóżśćńź", true, [1250, 28592, 852]),
        ("áíéěřčšžýůúťňďóľôäĺŕ", true, [1250, 28592, 852]),
        ("áéőöóíüúű", true, [1250, 28592, 852]),
        ("ăîşţâșț", true, [1250, 28592, 852]),
        ("čšžćđ", true, [1250, 28592, 852]),
        ("ėšųžįčąūę", true, [1257, 28603]),
        ("āīēšūņļžķčģ", true, [1257, 28603]),
        ("äõüöšž", true, [1252, 1257, 28603]),
        ("đưâôêơăàáéóèìíùúòý\u0300\u0301\u0323\u0309\u0303", true, [1258]),
        ("оеаинтсрвлкмдпуязыьгбчйжхшюцщэфъё", false, [1251, 20866, 866, 28595]),
        ("оаинвієртслкдумпзяьбгйчхцжїюшщєфґ", false, [1251, 21866, 866, 28595]),
        ("аоиентрсвлдкпмзгябъущчцжйфхюш", false, [1251, 866, 28595]),
        ("аоиетнрсјвкдпмлузгбчшцжћљњђџфхѓќѕ", false, [1251, 28595]),
        ("الينموترةبعسفكدحقهجطشصىخضغذءئأإثزظؤآ،؛؟ـ", false, [1256, 28596, 720]),
        ("ايینرودهمتبشسلکزخعپقجحفگطچصضثغذژئ،؛؟", false, [1256]),
        ("αοιετσνηυρπκμλςάίωγήόέχδύφθώβξζψϊϋΐΰ", false, [1253, 28597, 737]),
        ("יוהלאמרתבשנעדחכפקםטגצןזסךףץ", false, [1255, 28598, 862]),
        ("านรอกเงมยลวดทสตะปบคหแจพชขใไผโถณซศธฟฐ่้ิีัุู์ืำ็ๆ", false, [874]),
    ];

    // The signs that any of these writes; they stand at different places in the code pages, but tell no language.
    private const string Neutral = "–—‘’‚“”„«»‹›…•·°ºª²³½¼§№€£¥¢©®™¿¡´\u00a0\u00ad\u200e\u200f";

    /// <summary>The most probable encoding of a text that is not UTF-8.</summary>
    /// <param name="Page">Its code page.</param>
    /// <param name="IsTold">False where no encoding known gives words; it is then no more than an offer.</param>
    /// <param name="IsClear">False where another encoding gives a text that is as good.</param>
    public readonly record struct Guess(int Page, bool IsTold, bool IsClear);

    /// <summary>The most probable code page of a text that is not UTF-8.</summary>
    public static Guess Of(ByteSource source)
    {
        byte[] sample = Sample(source);
        return EastAsian(sample) is { } page ? new Guess(page, true, true) : SingleByte(sample);
    }

    // Only lines with something beyond ASCII tell; a file may begin with thousands without.
    private static byte[] Sample(ByteSource source)
    {
        using Stream stream = source.Open();
        byte[] block = new byte[1 << 16];
        var sample = new MemoryStream();
        int read;
        while (sample.Length < SampleBytes && (read = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0)
        {
            if (block.AsSpan(0, read).IndexOfAnyInRange((byte)0x80, (byte)0xff) < 0)
                continue;
            int last = block.AsSpan(0, read).LastIndexOf((byte)'\n');
            sample.Write(block, 0, read == block.Length && last > 0 ? last : read);
        }

        return sample.ToArray();
    }

    private static int? EastAsian(byte[] sample)
    {
        // Hangul and kana stand in rows where Chinese has its more frequent signs, so they are looked for first.
        if (Share(sample, 949, (lead, trail) => lead is >= 0xb0 and <= 0xc8 && trail >= 0xa1) >= LeastHangul && Decodes(sample, 949))
            return 949;
        bool isEuc =
            Share(sample, 51932, (lead, trail) => lead is 0xa1 or 0xa3 or (>= 0xb0 and <= 0xdb) or 0xa4 or 0xa5 && trail >= 0xa1)
            >= LeastShare;
        if (isEuc && Share(sample, 51932, (lead, _) => lead is 0xa4 or 0xa5) >= LeastKana && Decodes(sample, 51932))
            return 51932;
        (int Page, double Share) best = (0, 0);
        foreach ((int page, Func<byte, byte, bool> isUsual) in Pairs)
        {
            double share = Share(sample, page, isUsual);
            if (share > best.Share && Decodes(sample, page))
                best = (page, share);
        }

        return best.Share >= LeastShare ? best.Page : null;
    }

    // Of the pairs of bytes that the encoding has; 0 where one is none. The sample may end within a pair.
    private static double Share(byte[] sample, int page, Func<byte, byte, bool> isUsual)
    {
        int pairs = 0,
            usual = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            byte lead = sample[i];
            if (lead < 0x80 || (page == 932 && lead is >= 0xa1 and <= 0xdf))
                continue;
            if (page == 54936 && i + 3 < sample.Length && sample[i + 1] is >= 0x30 and <= 0x39 && sample[i + 2] >= 0x81)
            {
                i += 3;
                continue;
            }

            if (i + 1 >= sample.Length)
                break;
            if (sample[i + 1] < 0x40)
                return 0;
            pairs++;
            usual += isUsual(lead, sample[i + 1]) ? 1 : 0;
            i++;
        }

        return pairs < 2 ? 0 : (double)usual / pairs;
    }

    // The frequent signs of GB 2312, Big5 and JIS X 0208 stand in their first levels.
    private static readonly (int Page, Func<byte, byte, bool> IsUsual)[] Pairs =
    [
        (54936, (lead, trail) => trail >= 0xa1 && lead is (>= 0xb0 and <= 0xd7) or 0xa1 or 0xa3),
        (950, (lead, trail) => lead is (>= 0xa4 and <= 0xc6) or 0xa1 && trail is (>= 0x40 and <= 0x7e) or >= 0xa1),
        (932, (lead, trail) => lead is 0x81 or 0x82 or 0x83 or (>= 0x88 and <= 0x97)),
    ];

    private static Guess SingleByte(byte[] sample)
    {
        var texts = new Dictionary<int, string>();
        var scores = new List<(int Page, double Score)>();
        foreach ((string letters, bool isLatin, int[] pages) in Languages)
        {
            foreach (int page in pages)
            {
                if (!texts.TryGetValue(page, out string? text))
                    texts.Add(page, text = Decoded(sample, page));
                scores.Add((page, Score(text, letters, isLatin, page is 850 or 852 or 857)));
            }
        }

        // Where two are equal the earlier one is the more usual.
        (int best, double score) = scores.MaxBy(s => s.Score);
        double margin = sample.Count(b => b >= 0x80) < FewLetters ? MarginOfFew : Margin;
        bool isClear = scores.TrueForAll(s => s.Score < score - margin || texts[s.Page] == texts[best]);
        return new Guess(best, score >= LeastScore, isClear);
    }

    /// <summary>How far a text is words of a language: 1 where its letters beyond ASCII are the language's most frequent ones; signs inside words, capitals
    /// behind small letters and letters of two scripts in one word count against it.</summary>
    private static double Score(string text, string letters, bool isLatin, bool isDos)
    {
        double points = 0;
        bool isDoubtful = false;
        int beyond = 0,
            latin = 0,
            inside = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                latin += char.IsAsciiLetter(c) ? 1 : 0;
                continue;
            }

            char before = i > 0 ? text[i - 1] : ' ',
                after = i + 1 < text.Length ? text[i + 1] : ' ';
            bool isInWord = IsLetter(before) && IsLetter(after);
            if (Neutral.Contains(c, StringComparison.Ordinal) && (!isInWord || c is '’' or '·' or '\u00ad' or 'º' or 'ª' or '\u00a0'))
            {
                isDoubtful |= (c == '\u00a0' && isInWord) || (IsLetter(before) && NeverBehindLetters.Contains(c, StringComparison.Ordinal));
                continue;
            }

            beyond++;
            int rank = letters.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (rank >= 0 || (c == 'İ' && letters.Contains('ı', StringComparison.Ordinal)))
                // Capitals are the fewer; a text in the wrong encoding may be full of them.
                points += 1 - (0.4 * Math.Max(rank, 0) / letters.Length) - (char.IsUpper(c) ? 0.1 : 0);
            else if (IsLetter(c))
                points -= isLatin ? 0.3 : 0.6;
            else
                points -= char.IsControl(c) || c is '\ufffd' or (>= '\ue000' and <= '\uf8ff') ? 3 : 1;
            bool isBroken = (char.IsUpper(c) && char.IsLower(before)) || (char.IsLower(c) && char.IsUpper(before) && char.IsUpper(after));
            if (isBroken || (!isLatin && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after))))
                points -= 1;
            inside += before >= 0x80 && IsLetter(before) ? 1 : 0;
        }

        if (beyond == 0)
            return !isLatin ? 0
                : isDos || isDoubtful || IsUnpaired(text) ? LeastScore
                : SignsAlone;
        // Few letters of a Latin alphabet lie beyond ASCII, and nearly all of another one.
        bool isDense = inside * 2 > beyond || beyond > 2 * latin;
        return (points / beyond) - (isDense == isLatin ? 0.4 : 0);
    }

    // A closing mark without an opening one may be a letter at a word's end.
    private static bool IsUnpaired(string text) =>
        (text.Contains('”', StringComparison.Ordinal) && text.AsSpan().IndexOfAny('“', '„') < 0)
        || (text.Contains('›', StringComparison.Ordinal) && !text.Contains('‹', StringComparison.Ordinal));

    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool Decodes(byte[] sample, int page)
    {
        try
        {
            Encoding strict = CodePagesEncodingProvider.Instance.GetEncoding(
                page,
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )!;
            // A pair cut at the end is no fault.
            strict.GetDecoder().GetCharCount(sample, 0, sample.Length, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Decoded(byte[] sample, int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(sample);
}
