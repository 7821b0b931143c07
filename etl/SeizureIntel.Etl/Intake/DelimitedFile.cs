using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens comma, semicolon, tab and pipe separated text.</summary>
internal static class DelimitedFile
{
    private const int SampleCharacters = 1 << 16;
    private const int SampleRows = 200;
    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.,");
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        (Encoding encoding, int markBytes) = TextEncoding.Decide(source, options, limitLines: true);
        string sample = Sample(source, encoding, markBytes);
        if (string.IsNullOrWhiteSpace(sample) && sample.Length < SampleCharacters)
            throw Unreadable.Empty();
        char? announced = Announced(sample, out int announcementLength);
        string body = sample[announcementLength..];
        char delimiter = options.Delimiter ?? announced ?? Sniff(body, options);
        List<string[]> rows = FirstRows(body, delimiter, options);
        int headerRow = HeaderRow.Choose(rows, options);
        char decimalSeparator = options.DecimalSeparator ?? DecimalSeparator(rows, headerRow);
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "csv",
            ["encoding"] = encoding.WebName,
            ["delimiter"] = delimiter.ToString(),
            ["header_row"] = headerRow.ToString(CultureInfo.InvariantCulture),
            ["decimal_separator"] = decimalSeparator.ToString(),
        };
        source.Describe(readAs);

        var reader = new DelimitedReader(Text(source, encoding, markBytes), delimiter, options);
        try
        {
            if (announcementLength > 0)
                reader.Read();
            int announcedRecords = reader.RecordNumber;
            string[]? header = null;
            for (int i = 0; i < headerRow; i++)
                header = reader.Read();
            if (header is null)
                throw Unreadable.NoHeader();
            IReadOnlyList<string> columns = HeaderRow.Name(header);
            var skipped = new SkippedRowCount();
            return new RawFile(columns, readAs, Rows(reader, announcedRecords, skipped), skipped, reader);
        }
        catch (DecoderFallbackException)
        {
            reader.Dispose();
            throw Undecodable(encoding);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static IEnumerable<RawRow> Rows(DelimitedReader reader, int announcedRecords, SkippedRowCount skipped)
    {
        while (true)
        {
            string[]? cells;
            try
            {
                cells = reader.Read();
            }
            catch (DecoderFallbackException)
            {
                throw Unreadable.WrongEncoding($"not in the encoding it was read with, from row {reader.RecordNumber} on");
            }
            catch (InvalidDataException)
            {
                throw Unreadable.TruncatedGzip();
            }

            if (cells is null)
                yield break;
            if (HeaderRow.IsBlank(cells))
                skipped.Rows++;
            else
                yield return new RawRow(reader.RecordNumber - announcedRecords, cells);
        }
    }

    private static UnreadableFileException Undecodable(Encoding encoding) =>
        Unreadable.WrongEncoding($"not {encoding.WebName}, in which it was to be read");

    private static StreamReader Text(ByteSource source, Encoding encoding, int markBytes)
    {
        Stream stream = source.Open();
        Span<byte> mark = stackalloc byte[4];
        stream.ReadExactly(mark[..markBytes]);
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15);
    }

    private static string Sample(ByteSource source, Encoding encoding, int markBytes)
    {
        try
        {
            using StreamReader text = Text(source, encoding, markBytes);
            char[] sample = new char[SampleCharacters];
            int read = text.ReadBlock(sample, 0, sample.Length);
            return new string(sample, 0, read);
        }
        catch (DecoderFallbackException)
        {
            throw Undecodable(encoding);
        }
    }

    // Excel writes and reads a first line "sep=;" that is no row.
    private static char? Announced(string sample, out int length)
    {
        length = 0;
        if (!sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || sample.Length < 6 || sample[5] is not ('\r' or '\n'))
            return null;
        length = sample[5] == '\r' && sample.Length > 6 && sample[6] == '\n' ? 7 : 6;
        return sample[4];
    }

    private static char Sniff(string sample, IntakeOptions options)
    {
        char best = ',';
        double bestScore = 0;
        foreach (char candidate in Candidates)
        {
            if (!sample.Contains(candidate, StringComparison.Ordinal))
                continue;
            List<string[]> rows = FirstRows(sample, candidate, options);
            int full = 0;
            int width = HeaderRow.UsualWidth(rows, r => r.Length);
            if (width < 2)
                continue;
            foreach (string[] row in rows)
            {
                if (row.Length == width)
                    full++;
            }

            // Agreement of the rows counts most; among equals, more columns.
            double score = (double)full / rows.Count + (0.3 * Math.Min(width, 40) / 40);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }

        return best;
    }

    private static List<string[]> FirstRows(string sample, char delimiter, IntakeOptions options)
    {
        var rows = new List<string[]>();
        using var reader = new DelimitedReader(new StringReader(sample), delimiter, options);
        try
        {
            while (rows.Count < SampleRows && reader.Read() is { } cells)
                rows.Add(cells);
            if (rows.Count > 1 && rows.Count < SampleRows && sample.Length >= SampleCharacters - 8)
                rows.RemoveAt(rows.Count - 1);
        }
        catch (UnreadableFileException e) when (e.Code == "unclosed_quote")
        {
            // The sample may end inside a quoted cell; the whole file is judged when it is read.
        }

        return rows;
    }

    private static char DecimalSeparator(List<string[]> rows, int headerRow)
    {
        int commas = 0;
        int points = 0;
        for (int r = headerRow; r < rows.Count; r++)
        {
            foreach (string cell in rows[r])
            {
                ReadOnlySpan<char> trimmed = cell.AsSpan().Trim().TrimStart('-');
                int mark = trimmed.LastIndexOfAny(',', '.');
                if (mark <= 0 || !char.IsAsciiDigit(trimmed[0]) || trimmed.ContainsAnyExcept(FigureSigns))
                    continue;
                int after = trimmed.Length - mark - 1;

                // Three digits after the only mark may be thousands; two marks of one kind are thousands or a date.
                if (after is 0 or 3 && trimmed.IndexOfAny(',', '.') == mark)
                    continue;
                if (trimmed[..mark].Contains(trimmed[mark]))
                    continue;
                if (trimmed[mark] == ',')
                    commas++;
                else
                    points++;
            }
        }

        return commas > points ? ',' : '.';
    }
}
