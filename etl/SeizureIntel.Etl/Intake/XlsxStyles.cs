using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Which of a workbook's cell formats show dates, and how precise they are.</summary>
internal static class XlsxStyles
{
    public static IReadOnlyList<CellStyle> Read(XmlReader xml)
    {
        var custom = new Dictionary<int, CellStyle>();
        var styles = new List<CellStyle>();
        bool inCellFormats = false;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs")
                    inCellFormats = false;
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "numFmt" && Id(xml) is { } id)
                    custom[id] = OfCode(xml.GetAttribute("formatCode") ?? string.Empty);
                if (xml.LocalName == "cellXfs")
                    inCellFormats = !xml.IsEmptyElement;
                if (inCellFormats && xml.LocalName == "xf")
                    styles.Add(Id(xml) is { } used ? Of(used, custom) : CellStyle.Number);
            }
        }

        return styles;
    }

    /// <summary>What a number format's code shows; a month without a day stays a month.</summary>
    public static CellStyle OfCode(string code)
    {
        string letters = DateLetters(code);
        bool year = letters.Contains('y', StringComparison.Ordinal) || letters.Contains('e', StringComparison.Ordinal);
        bool day = letters.Contains('d', StringComparison.Ordinal);
        bool time = letters.Contains('h', StringComparison.Ordinal) || letters.Contains('s', StringComparison.Ordinal);
        bool month = letters.Contains('m', StringComparison.Ordinal);
        if (day && (month || year))
            return time ? CellStyle.DateTime : CellStyle.Date;
        if (time)
            return year ? CellStyle.DateTime : CellStyle.Time;
        if (year && month)
            return CellStyle.Month;
        if (year)
            return CellStyle.Year;
        return day || month ? CellStyle.Date : CellStyle.Number;
    }

    private static int? Id(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;

    // ECMA-376 part 1, 18.8.30: the formats that every spreadsheet program knows by number.
    private static CellStyle Of(int id, Dictionary<int, CellStyle> custom) =>
        id switch
        {
            _ when custom.TryGetValue(id, out CellStyle style) => style,
            14 or 15 or 16 => CellStyle.Date,
            17 => CellStyle.Month,
            >= 18 and <= 21 => CellStyle.Time,
            22 => CellStyle.DateTime,
            >= 27 and <= 31 or 36 => CellStyle.Date,
            >= 32 and <= 35 => CellStyle.Time,
            45 or 47 => CellStyle.Time,
            >= 50 and <= 54 or 57 or 58 => CellStyle.Date,
            55 or 56 => CellStyle.Time,
            _ => CellStyle.Number,
        };

    // The letters of the first section that are neither quoted, escaped, in brackets nor padding; an elapsed time [h] is a number of hours.
    private static string DateLetters(string code)
    {
        var letters = new StringBuilder();
        for (int i = 0; i < code.Length; i++)
        {
            char c = code[i];
            if (c == ';')
                break;
            if (c == '"')
            {
                int close = code.IndexOf('"', i + 1);
                i = close < 0 ? code.Length : close;
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else if (c == '[')
            {
                int close = code.IndexOf(']', i);
                if (close < 0)
                    break;
                if (close - i > 1 && char.ToLowerInvariant(code[i + 1]) is 'h' or 's' && close - i <= 3)
                    return string.Empty;
                i = close;
            }
            else if (char.IsAsciiLetter(c))
            {
                if (string.Compare(code, i, "General", 0, 7, StringComparison.OrdinalIgnoreCase) == 0)
                    return string.Empty;
                if (c is 'E' && i + 1 < code.Length && code[i + 1] is '+' or '-')
                    return string.Empty;
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
