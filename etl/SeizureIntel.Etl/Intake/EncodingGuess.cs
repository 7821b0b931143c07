using System;
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
    private const double LeastFrequent = 0.4;

    // Letters beyond ASCII that a language writes, the code pages in which its files come, and what is tried first.
    private static readonly (string Letters, int[] Pages)[] Sparse =
    [
        ("àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸªº°´’“”–«»¿¡€·²³½", [1252]),
        ("çğıöşüâîûÇĞİÖŞÜÂÎÛ’“”–", [1254, 28599]),
        ("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ–„”’", [1250, 28592]),
        ("áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽäôľĺŕÄÔĽĹŔ–„”", [1250, 28592]),
        ("áéíóöőúüűÁÉÍÓÖŐÚÜŰ–„”", [1250, 28592]),
        ("ăâîșțşţĂÂÎȘȚŞŢ–„”", [1250, 28592]),
        ("čćđšžČĆĐŠŽ", [1250, 28592]),
        ("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąčęėįšųūžĄČĘĖĮŠŲŪŽõäöüÕÄÖÜ", [1257]),
    ];

    // The letters a language writes most, in order of the alphabets whose every letter lies beyond ASCII.
    private static readonly (string Frequent, string All, int[] Pages)[] Dense =
    [
        ("оеаинтсрвлк", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў№", [1251, 20866, 866, 28595]),
        ("ايلمونرتبة", "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،", [1256]),
        ("αοιετσνρηυ", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ", [1253]),
        ("יוהלארתבמש", "אבגדהוזחטיכלמנסעפצקרשתםןץףך", [1255]),
    ];

    /// <summary>The code page of a text that is not UTF-8; null where none of those known gives words.</summary>
    public static int? Of(ByteSource source)
    {
        byte[] sample = Sample(source);
        return EastAsian(sample) ?? Alphabet(sample) ?? Latin(sample);
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
        (int Page, double Share) best = (0, 0);
        foreach ((int page, Func<byte, byte, bool> isUsual) in Pairs)
        {
            int pairs = 0,
                usual = 0;
            bool isWhole = true;
            for (int i = 0; i < sample.Length && isWhole; i++)
            {
                byte lead = sample[i];
                if (lead < 0x80 || (page == 932 && lead is >= 0xa1 and <= 0xdf))
                    continue;
                isWhole = i + 1 < sample.Length && sample[i + 1] >= 0x40;
                if (!isWhole)
                    break;
                pairs++;
                usual += isUsual(lead, sample[i + 1]) ? 1 : 0;
                i++;
            }

            // The sample may end within a pair.
            double share = pairs < 2 ? 0 : (double)usual / pairs;
            if (share > best.Share && Decodes(sample, page))
                best = (page, share);
        }

        return best.Share >= LeastShare ? best.Page : null;
    }

    // The frequent signs of GB 2312, Big5 and JIS X 0208 stand in their first levels.
    private static readonly (int Page, Func<byte, byte, bool> IsUsual)[] Pairs =
    [
        (54936, (lead, trail) => trail >= 0xa1 && lead is (>= 0xb0 and <= 0xd7) or 0xa1 or 0xa3),
        (950, (lead, trail) => lead is (>= 0xa4 and <= 0xc6) or 0xa1 && trail is (>= 0x40 and <= 0x7e) or >= 0xa1),
        (932, (lead, trail) => lead is 0x81 or 0x82 or 0x83 or (>= 0x88 and <= 0x97)),
        (949, (lead, trail) => lead is (>= 0xb0 and <= 0xc8) && trail >= 0xa1),
    ];

    private static int? Alphabet(byte[] sample)
    {
        (int Page, double Score) best = (0, 0);
        foreach ((string frequent, string all, int[] pages) in Dense)
        {
            foreach (int page in pages)
            {
                string text = Decoded(sample, page);
                int letters = 0,
                    known = 0,
                    usual = 0,
                    small = 0;
                char before = ' ';
                int inside = 0;
                foreach (char c in text)
                {
                    // A capital behind a small letter stands in no word.
                    inside += char.IsUpper(c) && char.IsLower(before) && before >= 0x80 ? 1 : 0;
                    before = c;
                    if (c < 0x80)
                        continue;
                    letters++;
                    char lower = char.ToLowerInvariant(c);
                    known += all.Contains(lower, StringComparison.Ordinal) ? 1 : 0;
                    usual += frequent.Contains(lower, StringComparison.Ordinal) ? 1 : 0;
                    small += c == lower ? 1 : 0;
                }

                // Capitals are the fewer; KOI8 and Windows-1251 differ in little else.
                bool isText = letters >= 4 && known >= LeastShare * letters && inside * 20 <= letters;
                double score = !isText ? 0 : ((double)usual / letters) + (0.1 * small / letters);
                if (score > best.Score)
                    best = (page, score);
            }
        }

        return best.Score >= LeastFrequent && IsDense(sample) ? best.Page : null;
    }

    private static int? Latin(byte[] sample)
    {
        (int Page, double Share) best = (0, 0);
        foreach ((string letters, int[] pages) in Sparse)
        {
            foreach (int page in pages)
            {
                char[] high = [.. Decoded(sample, page).Where(c => c >= 0x80 && c != '\u00a0')];
                if (high.Length == 0)
                    continue;
                double share = (double)high.Count(c => letters.Contains(c, StringComparison.Ordinal)) / high.Length;
                if (share > best.Share + 0.005)
                    best = (page, share);
            }
        }

        return best.Share >= LeastShare ? best.Page : null;
    }

    // Words of such an alphabet are runs of bytes beyond ASCII; words of Latin letters hold one or two.
    private static bool IsDense(byte[] sample)
    {
        int high = 0,
            inRuns = 0;
        for (int i = 1; i < sample.Length; i++)
        {
            if (sample[i] < 0x80)
                continue;
            high++;
            inRuns += sample[i - 1] >= 0x80 ? 1 : 0;
        }

        return inRuns * 2 > high;
    }

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
