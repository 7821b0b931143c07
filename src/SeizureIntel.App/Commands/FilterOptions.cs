using System;
using System.CommandLine;
using System.IO;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Commands;

/// <summary>The filters that search, tabulate, study and bulletin share.</summary>
internal sealed class FilterOptions
{
    private readonly Argument<string?> _text = new("TEXT")
    {
        Description = "Words that must all occur, in any language; \"…\" is a phrase",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _where = new("--where")
    {
        Description =
            "Condition on a field by code or name; the same field again is OR, another field AND; =NOT_STATED finds what is missing, "
            + "==CODE a code without those below it",
        HelpName = "FIELD=VALUE",
    };

    private readonly Option<string[]> _not = new("--not") { Description = "Condition that must not hold", HelpName = "FIELD=VALUE" };

    private readonly Option<string?> _from = new("--from") { Description = "First day, month or year", HelpName = "YYYY-MM-DD" };

    private readonly Option<string?> _to = new("--to") { Description = "Last day, month or year", HelpName = "YYYY-MM-DD" };

    private readonly Option<string?> _region = new("--region")
    {
        Description = "Reporting countries: a UN M49 name, a RILO code, or ISO codes such as NL,BE",
        HelpName = "region",
    };

    private readonly Option<string[]> _heading = new("--heading")
    {
        Description = "Heading by code or name, such as H01 or drugs",
        HelpName = "heading",
    };

    private readonly Option<string?> _query = new("--query")
    {
        Description = "A query as JSON, such as a finding's evidence.query, or @FILE",
        HelpName = "JSON|@FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(_text);
        command.Add(_where);
        command.Add(_not);
        command.Add(_from);
        command.Add(_to);
        command.Add(_region);
        command.Add(_heading);
        command.Add(_query);
    }

    public FilterText Read(ParseResult parsed) =>
        new()
        {
            Text = parsed.GetValue(_text),
            Where = parsed.GetValue(_where) ?? [],
            Not = parsed.GetValue(_not) ?? [],
            From = parsed.GetValue(_from),
            To = parsed.GetValue(_to),
            Region = parsed.GetValue(_region),
            Heading = parsed.GetValue(_heading) ?? [],
            Query = QueryText(parsed.GetValue(_query)),
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
