using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>A question's members as options and arguments of a verb.</summary>
internal sealed class QuestionOptions<T>
    where T : class, new()
{
    private const string Words = "text";
    private const string Query = "query";

    private readonly List<(QuestionMember Member, Symbol Symbol)> _symbols =
    [
        .. QuestionMember.Of(typeof(T)).OrderByDescending(m => m.Asked.IsInPath).Select(m => (m, SymbolOf(m))),
    ];

    public void AddTo(Command command)
    {
        foreach ((_, Symbol symbol) in _symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }
    }

    public T Read(ParseResult parsed)
    {
        Dictionary<string, Symbol> symbols = _symbols.ToDictionary(s => s.Member.Name, s => s.Symbol, StringComparer.Ordinal);
        return (T)QuestionReader.Read(typeof(T), m => Texts(parsed, m, symbols[m.Name]), m => symbols[m.Name].Name);
    }

    private static Symbol SymbolOf(QuestionMember member)
    {
        string? shown = member.Asked.Shown;
        string does = member.Asked.Does;
        if (member.Asked.IsInPath)
            return new Argument<string>(member.Name.ToUpperInvariant()) { Description = does };
        if (member.Name == Words)
            return new Argument<string?>("TEXT") { Description = does, Arity = ArgumentArity.ZeroOrOne };
        string name = "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(member.Property.Name);
        if (member.Type == typeof(bool))
            return new Option<bool>(name) { Description = does };
        if (member.IsList)
            return new Option<string[]>(name) { Description = does, HelpName = shown ?? member.Name };
        var option = new Option<string?>(name)
        {
            Description = does,
            HelpName = shown ?? (member.Choices.Count > 0 ? string.Join('|', member.Choices) : member.Name),
        };
        if (member.Choices.Count > 0)
            option.CompletionSources.Add([.. member.Choices]);
        else if (Convert.ToString(member.Property.GetValue(new T()), CultureInfo.InvariantCulture) is { Length: > 0 } usual)
            option.DefaultValueFactory = _ => usual;
        return option;
    }

    private static IEnumerable<string?> Texts(ParseResult parsed, QuestionMember member, Symbol symbol) =>
        symbol switch
        {
            Option<string[]> several => (IEnumerable<string?>)(parsed.GetValue(several) ?? []),
            Option<bool> flag => parsed.GetValue(flag) ? ["true"] : [],
            Option<string?> one when member.Name == Query => [QueryText(parsed.GetValue(one))],
            Option<string?> one => [parsed.GetValue(one)],
            Argument<string?> words => [parsed.GetValue(words)],
            _ => throw new InvalidOperationException($"{symbol.Name} is neither option nor argument of a question."),
        };

    private static string? QueryText(string? query)
    {
        if (query is null || !query.StartsWith('@'))
            return query;
        string path = Path.GetFullPath(query[1..]);
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw Fault.Usage("no_such_file", $"The query file {path} cannot be read.", "Give the path of a JSON file after @.");
        }
    }
}
