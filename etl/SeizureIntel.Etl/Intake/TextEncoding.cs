using System;
using System.IO;
using System.Text;
using System.Text.Unicode;

namespace SeizureIntel.Etl.Intake;

/// <summary>Decides a text's encoding once, from all of its bytes.</summary>
internal static class TextEncoding
{
    private const int BlockBytes = 1 << 17;

    /// <summary>The encoding and the number of bytes of its byte-order mark.</summary>
    /// <param name="source">The file.</param>
    /// <param name="options">May name the encoding.</param>
    /// <param name="limitLines">Whether a line beyond the limit refuses the file here (a JSON document may be one line).</param>
    /// <param name="declared">The name of a known encoding that the text itself declares; null for none.</param>
    public static (Encoding Encoding, int MarkBytes) Decide(
        ByteSource source,
        IntakeOptions options,
        bool limitLines,
        string? declared = null
    )
    {
        if (source.Facts?.Encoding(options, limitLines) is { } known)
        {
            source.EncodingCertainty = known.Certainty;
            return (known.Encoding, known.MarkBytes);
        }

        (Encoding encoding, int markBytes) = DecideAnew(source, options, limitLines, options.Encoding ?? declared);
        source.Facts?.Note(options, limitLines, encoding, markBytes, source.EncodingCertainty);
        return (encoding, markBytes);
    }

    /// <summary>Whether an encoding of that name can be read.</summary>
    public static bool IsKnown(string name)
    {
        try
        {
            ByName(name);
            return true;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known and not read, for what it hides.
            return false;
        }
    }

    /// <summary>The text of a file in an encoding that was decided, behind its byte-order mark.</summary>
    public static StreamReader Open(ByteSource source, Encoding encoding, int markBytes)
    {
        Stream stream = source.Open();
        Span<byte> mark = stackalloc byte[4];
        stream.ReadExactly(mark[..markBytes]);
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15);
    }

    /// <summary>Whether the known encoding of that name has two or four bytes a letter.</summary>
    public static bool IsWide(string name) => IsWide(ByName(name));

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    private static (Encoding Encoding, int MarkBytes) DecideAnew(ByteSource source, IntakeOptions options, bool limitLines, string? stated)
    {
        byte[] head = source.Head(4);
        if (head is [0xef, 0xbb, 0xbf, ..])
        {
            Scan marked = Look(source, options, limitLines, zerosAllowed: false);
            if (!marked.IsUtf8)
                throw Unreadable.WrongEncoding("marked as UTF-8 but holds bytes that UTF-8 does not allow");
            return (Strict(Encoding.UTF8), 3);
        }

        if (head is [0xff, 0xfe, 0, 0])
            return (Strict(Encoding.UTF32), 4);
        if (head is [0xff, 0xfe, ..])
            return (Strict(Encoding.Unicode), 2);
        if (head is [0xfe, 0xff, ..])
            return (Strict(Encoding.BigEndianUnicode), 2);
        if (stated is null && WideWithoutMark(source) is { } wide)
            return (Strict(wide), 0);
        if (stated is { } name)
        {
            Encoding named = ByName(name);
            bool isWide = IsWide(named);
            Scan looked = Look(source, options, limitLines && !isWide, isWide);
            // Hardly any text of an 8-bit encoding is UTF-8 by chance; a sender may have changed its program.
            return (Strict(looked is { IsUtf8: true, HasHigh: true } && named.IsSingleByte ? Encoding.UTF8 : named), 0);
        }

        Scan scan = Look(source, options, limitLines, zerosAllowed: false);
        if (scan.IsUtf8)
            return (Strict(Encoding.UTF8), 0);
        EncodingGuess.Guess guess = EncodingGuess.Of(source);
        Encoding guessed = CodePagesEncodingProvider.Instance.GetEncoding(guess.Page)!;
        if (!guess.IsTold && !options.GuessEncoding)
            throw Unreadable.WrongEncoding(
                $"in an older 8-bit encoding that cannot be told from its bytes ({guessed.WebName} comes nearest)"
            );
        source.EncodingCertainty = (guess.IsTold, guess.IsClear) switch
        {
            (false, _) => "guessed",
            (_, false) => "likely",
            _ => null,
        };
        // What is only guessed is read as far as it goes: a person decides on it.
        return (guess.IsTold ? Strict(guessed) : guessed, 0);
    }

    private static Encoding Strict(Encoding encoding) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            encoding.CodePage,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        ) ?? Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static Encoding ByName(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static Scan Look(ByteSource source, IntakeOptions options, bool limitLines, bool zerosAllowed)
    {
        using Stream stream = source.Open();
        byte[] block = new byte[BlockBytes];
        int kept = 0;
        bool isUtf8 = true;
        bool hasHigh = false;
        long lineBytes = 0;
        long controls = 0;
        long total = 0;
        while (true)
        {
            int read = stream.ReadAtLeast(block.AsSpan(kept), block.Length - kept, throwOnEndOfStream: false);
            ReadOnlySpan<byte> fresh = block.AsSpan(kept, read);
            ReadOnlySpan<byte> bytes = block.AsSpan(0, kept + read);
            if (!zerosAllowed && fresh.Contains((byte)0))
                throw Unreadable.NotText("binary (it holds zero bytes)");
            hasHigh = hasHigh || fresh.IndexOfAnyInRange((byte)0x80, (byte)0xff) >= 0;
            if (total < 4 * BlockBytes)
                controls += CountControls(fresh);
            total += read;
            if (limitLines)
            {
                int last = fresh.LastIndexOfAny((byte)'\n', (byte)'\r');
                lineBytes = last < 0 ? lineBytes + fresh.Length : fresh.Length - last;
                if (lineBytes > 4L * options.MaxLineCharacters)
                    throw Unreadable.TooLong(options.MaxLineCharacters, null);
            }

            bool isLast = kept + read < block.Length;
            kept = 0;
            if (isUtf8)
            {
                int whole = isLast ? bytes.Length : WholeCharacters(bytes);
                isUtf8 = Utf8.IsValid(bytes[..whole]);
                bytes[whole..].CopyTo(block);
                kept = bytes.Length - whole;
            }

            if (isLast)
                break;
        }

        if (controls > 8 && controls * 100 > Math.Min(total, 4L * BlockBytes))
            throw Unreadable.NotText("binary (unprintable characters)");
        return new Scan(isUtf8, hasHigh);
    }

    // Every other byte of Latin text, digits and delimiters in UTF-16 is zero.
    private static Encoding? WideWithoutMark(ByteSource source)
    {
        byte[] bytes = source.Head(4096);
        int even = 0;
        int odd = 0;
        int looked = bytes.Length & ~1;
        for (int i = 0; i < looked; i += 2)
        {
            if (bytes[i] == 0)
                even++;
            if (bytes[i + 1] == 0)
                odd++;
        }

        if (looked >= 16 && odd > looked / 8 && even <= looked / 64)
            return Encoding.Unicode;
        return looked >= 16 && even > looked / 8 && odd <= looked / 64 ? Encoding.BigEndianUnicode : null;
    }

    private static int CountControls(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte b in bytes)
        {
            if (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 26))
                count++;
        }

        return count;
    }

    // Up to three bytes of a character may stand at the end of a block.
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            byte b = bytes[^back];
            if (b < 0x80)
                return bytes.Length;
            if (b < 0xc0)
                continue;
            int length =
                b >= 0xf0 ? 4
                : b >= 0xe0 ? 3
                : 2;
            return length > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private readonly record struct Scan(bool IsUtf8, bool HasHigh);
}
