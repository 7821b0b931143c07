using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>More words by which tables name goods, and words that say how those beside them are meant.</summary>
public sealed class GoodsWords
{
    /// <summary>A word that says that goods are counterfeit.</summary>
    internal const string Counterfeit = "_counterfeit";

    /// <summary>A thing that only bears the name of goods.</summary>
    internal const string Other = "_other";

    /// <summary>Goods behind such a word are not what was seized.</summary>
    internal const string Within = "_within";

    private const int Columns = 3;
    private const string Compounding = "de nl sv da no is fi et hu";

    private GoodsWords(List<(string Code, string Language, string Phrase)> rows) => Rows = rows;

    /// <summary>No words: the product list alone tells.</summary>
    public static GoodsWords None { get; } = new([]);

    /// <summary>Code of the product list or a word with <c>_</c> before it, language, phrase.</summary>
    internal IReadOnlyList<(string Code, string Language, string Phrase)> Rows { get; }

    /// <summary>Reads the list.</summary>
    /// <param name="file">Name for messages.</param>
    /// <param name="text">Columns <c>code, language, phrases</c>; phrases are separated by <c>|</c>. A code is one of the product list, or
    /// <c>_counterfeit</c> (a word that says so), <c>_other</c> (a thing that only bears the name of goods) or <c>_within</c> (goods behind it are not
    /// what was seized). A star behind a single word is any ending.</param>
    /// <param name="lists">The code lists.</param>
    /// <exception cref="FormatException">A row is not of that form, or names a code that the product list does not have.</exception>
    public static GoodsWords Parse(string file, string text, CodeListSet lists)
    {
        CodeList? products = Lists.Find(lists, "products");
        var rows = new List<(string, string, string)>();
        foreach ((int line, List<string> cells) in CsvRecords.Read(file, text).Skip(1))
        {
            if (cells.Count != Columns || cells[0].Length == 0 || cells[2].Length == 0)
                throw new FormatException($"{file}, line {line}: expected code, language and phrases.");
            if (cells[0] is not (Counterfeit or Other or Within) && products?.FindCode(cells[0]) is null)
                throw new FormatException($"{file}, line {line}: {cells[0]} is no code of the product list.");
            foreach (string phrase in cells[2].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string stem = phrase.EndsWith('*') && !phrase.Contains(' ', StringComparison.Ordinal) ? phrase[..^1] : phrase;
                if (stem.Contains('*', StringComparison.Ordinal))
                    throw new FormatException($"{file}, line {line}: {phrase} has a star elsewhere than behind a single word.");
                if (FoldedText.Key(phrase).Length > 0)
                    rows.Add((cells[0], cells[1], phrase));
            }
        }

        return new GoodsWords(rows);
    }

    /// <summary>Whether a language writes its compound nouns as one word.</summary>
    internal static bool IsCompounding(string language) => language.Length == 2 && Compounding.Contains(language, StringComparison.Ordinal);
}
