using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens text whose cells are parted by commas, semicolons, tabs, pipes or another sign.</summary>
internal static class DelimitedFile
{
    private const int SampleCharacters = 1 << 16;
    private const int FewestShortRows = 3;
    private const double Sure = 0.9;
    private static readonly SearchValues<char> FigureSigns = SearchValues.Create("0123456789.,");
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    // Tried where none of the usual ones parts the rows alike.
    private static readonly char[] RareCandidates =
    [
        '^',
        '~',
        '\u00a6',
        '\u00a7',
        '\u001f',
        '\u0001',
        '#',
        '!',
        '*',
        '&',
        '@',
        '%',
        '$',
        '\u3001',
        '\uff0c',
        ':',
    ];

    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        (Encoding encoding, int markBytes) = TextEncoding.Decide(source, options, limitLines: true);
        string sample = Sample(source, encoding, markBytes);
        if (string.IsNullOrWhiteSpace(sample) && sample.Length < SampleCharacters)
            throw Unreadable.Empty();
        char? announced = Announced(sample, out int announcementLength);
        string body = sample[announcementLength..];
        char delimiter = options.Delimiter ?? announced ?? Sniff(body, options);
        char quote = Quote(body, delimiter);
        List<string[]> rows = FirstRows(body, delimiter, options, quote);
        TableHead head = TableHead.Find(rows, options, []);
        char decimalSeparator = options.DecimalSeparator ?? DecimalSeparator(rows, head.Row);
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "csv",
            ["encoding"] = encoding.WebName,
            ["delimiter"] = delimiter.ToString(),
            ["header_row"] = head.Row.ToString(CultureInfo.InvariantCulture),
            ["decimal_separator"] = decimalSeparator.ToString(),
        };
        if (quote != '"')
            readAs["quote"] = quote.ToString();
        source.Describe(readAs);

        var reader = new DelimitedReader(TextEncoding.Open(source, encoding, markBytes), delimiter, options, quote);
        try
        {
            if (announcementLength > 0)
                reader.Read();
            int announcedRecords = reader.RecordNumber;
            for (int i = 0; i < head.Row; i++)
                reader.Read();
            IReadOnlyList<string> columns = HeaderRow.Name(head.Names);
            var skipped = new SkippedRowCount { Rows = head.LeftOut };
            int filledUpTo = LeavesOutBlankEnds(rows.Skip(head.Row), columns.Count) ? columns.Count : 0;
            return new RawFile(columns, readAs, Rows(reader, announcedRecords, head, filledUpTo, skipped), skipped, reader);
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

    /// <summary>The sign before the decimals that most numbers beneath the names have; a point where they tell none.</summary>
    public static char DecimalSeparator(List<string[]> rows, int headerRow)
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

    // Some programs write no blank cells at a row's end: then no row ends with one, several are short and none is too long.
    private static bool LeavesOutBlankEnds(IEnumerable<string[]> rows, int columns)
    {
        int few = 0;
        foreach (string[] row in rows.Where(r => !HeaderRow.IsBlank(r)))
        {
            if (row.Length > columns || string.IsNullOrWhiteSpace(row[^1]))
                return false;
            few += row.Length < columns && row.Length > 1 ? 1 : 0;
        }

        return few >= FewestShortRows;
    }

    private static IEnumerable<RawRow> Rows(
        DelimitedReader reader,
        int announcedRecords,
        TableHead head,
        int filledUpTo,
        SkippedRowCount skipped
    )
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
            if (HeaderRow.IsBlank(cells) || head.IsRepeated(cells))
                skipped.Rows++;
            else
                yield return new RawRow(reader.RecordNumber - announcedRecords, Filled(cells, filledUpTo));
        }
    }

    private static string[] Filled(string[] cells, int upTo) =>
        cells.Length >= upTo ? cells : [.. cells, .. Enumerable.Repeat(string.Empty, upTo - cells.Length)];

    private static UnreadableFileException Undecodable(Encoding encoding) =>
        Unreadable.WrongEncoding($"not {encoding.WebName}, in which it was to be read");

    private static string Sample(ByteSource source, Encoding encoding, int markBytes)
    {
        try
        {
            using StreamReader text = TextEncoding.Open(source, encoding, markBytes);
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
        (char usual, double score) = Best(sample, options, Candidates);
        if (score >= Sure)
            return usual;
        (char rare, double other) = Best(sample, options, RareCandidates);
        return other > score && other >= Sure ? rare : usual;
    }

    // Single marks count as quotes where double ones are not used and most cells of the first rows stand between them.
    private static char Quote(string sample, char delimiter)
    {
        if (sample.Contains('"', StringComparison.Ordinal) || !sample.Contains('\'', StringComparison.Ordinal))
            return '"';
        int cells = 0;
        int quoted = 0;
        foreach (string line in sample.Split('\n', 6)[..^1])
        {
            foreach (string cell in line.TrimEnd('\r').Split(delimiter))
            {
                cells += cell.Length > 0 ? 1 : 0;
                quoted += cell.Length > 1 && cell[0] == '\'' && cell[^1] == '\'' ? 1 : 0;
            }
        }

        return quoted * 2 > cells ? '\'' : '"';
    }

    private static (char Delimiter, double Score) Best(string sample, IntakeOptions options, char[] candidates)
    {
        char best = ',';
        double bestScore = 0;
        foreach (char candidate in candidates)
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

        return (best, bestScore);
    }

    private static List<string[]> FirstRows(string sample, char delimiter, IntakeOptions options, char quote = '"')
    {
        var rows = new List<string[]>();
        using var reader = new DelimitedReader(new StringReader(sample), delimiter, options, quote);
        try
        {
            int most = TableHead.RowsToLookAt(options);
            while (rows.Count < most && reader.Read() is { } cells)
                rows.Add(cells);
            if (rows.Count > 1 && rows.Count < most && sample.Length >= SampleCharacters - 8)
                rows.RemoveAt(rows.Count - 1);
        }
        catch (UnreadableFileException e) when (e.Code == "unclosed_quote")
        {
            // The sample may end inside a quoted cell; the whole file is judged when it is read.
        }

        return rows;
    }
}
