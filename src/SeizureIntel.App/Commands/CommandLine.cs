using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>All verbs under one command.</summary>
internal static class CommandLine
{
    // A file named by --query @FILE is read by the verb, not spliced into the arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line and returns its exit code; faults come out as exceptions.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, VerbContext context, CancellationToken cancellationToken) =>
        RunAsync(arguments, Root(context), context.Output, cancellationToken);

    /// <summary>Runs a command line of other verbs.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        RootCommand root,
        Output output,
        CancellationToken cancellationToken
    )
    {
        ParseResult parsed = root.Parse(arguments, Parsing);
        if (parsed.Action is not TeachingHelp && Mistyped(parsed) is { } mistyped)
            throw mistyped;
        if (parsed.Action is not (TeachingHelp or null) && parsed.Errors.Count > 0)
            throw Misused(parsed);
        if (parsed.Action is null)
            throw Misused(parsed);
        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output.Results,
            Error = output.Notes,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    /// <summary>The command tree.</summary>
    public static RootCommand Root(VerbContext context) =>
        Root("SeizureIntel turns customs seizure reports into searchable records, findings and bulletins.", Verbs(context));

    /// <summary>A command tree of some verbs, with the options that every verb takes.</summary>
    public static RootCommand Root(string description, IEnumerable<Verb> verbs)
    {
        var root = new RootCommand(description) { HelpName = "./run" };
        foreach (Verb verb in verbs)
            root.Add(verb);
        root.Add(GlobalOptions.Data);
        root.Add(GlobalOptions.Json);
        root.Add(GlobalOptions.Verbose);
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction standard)
                help.Action = new TeachingHelp(standard);
        }

        return root;
    }

    private static IEnumerable<Verb> Verbs(VerbContext context)
    {
        yield return DemoCommand.Create(context);
        yield return SimulateCommand.Create(context);
        yield return SourcesCommand.Create(context);
        yield return IngestCommand.Create(context);
        yield return SubmissionsCommand.Create(context);
        yield return RejectionsCommand.Create(context);
        yield return WithdrawalCommands.Withdraw(context);
        yield return WithdrawalCommands.Erase(context);
        yield return RescreenCommand.Create(context);
        yield return SearchCommand.Create(context);
        yield return SeizureCommand.Create(context);
        yield return SimilarCommand.Create(context);
        yield return TabulateCommand.Create(context);
        yield return StudyCommand.Create(context);
        yield return BulletinCommand.Create(context);
        yield return ServeCommand.Create(context);
        yield return VerifyCommand.Create(context);
        yield return ReindexCommand.Create(context);
        yield return MigrateCommand.Create(context);
        yield return SeriesCommand.Create(context);
        yield return ReadCommand.Create(context);
        yield return SerialCommand.Create(context);
        yield return ModelsCommand.Create(context);
        yield return AccountsCommand.Create(context);
        yield return KeysCommand.Create(context);
    }

    // What begins like an option is one: TEXT would take a mistyped option for words and find nothing.
    private static Fault? Mistyped(ParseResult parsed)
    {
        if (
            parsed
                .Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
                .FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))
            is not { } token
        )
            return null;
        Command command = parsed.CommandResult.Command;
        string path = command is RootCommand ? "./run" : "./run " + command.Name;
        string[] names = [.. command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(o => o.Name)];
        if (names.Contains(token.Value))
            return Fault.Usage(
                "missing_value",
                $"The option before '{token.Value}' has no value.",
                $"Write its value behind it: {path} --help"
            );
        return Fault.Usage(
            "unknown_option",
            $"{path} has no option '{token.Value}'.",
            $"{NearestNames.Question(token.Value, names)} All options: {path} --help. Words that begin with -- go after a lone --."
        );
    }

    private static Fault Misused(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string path = command is RootCommand ? "./run" : "./run " + command.Name;
        if (
            command is RootCommand or { Subcommands.Count: > 0 }
            && parsed.UnmatchedTokens.FirstOrDefault(t => !t.StartsWith('-')) is { } word
        )
        {
            string[] names = [.. command.Subcommands.Select(c => c.Name)];
            return Fault.Usage(
                "unknown_verb",
                $"There is no verb '{word}'.",
                $"{NearestNames.Question(word, names)} All verbs: {path} --help"
            );
        }

        string message = parsed.Errors.Count > 0 ? Misread(parsed.Errors[0]) : "A verb is missing.";
        return Fault.Usage("wrong_usage", message, $"See {path} --help.");
    }

    // The parser names types of the program; a reader is told what may be written.
    private static string Misread(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Tokens: [{ Value: var found }] } result)
            return error.Message;
        Type type = Nullable.GetUnderlyingType(result.Option.ValueType) ?? result.Option.ValueType;
        string expected =
            type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))
            : type == typeof(int) ? "a whole number"
            : "";
        return expected.Length == 0 ? error.Message : $"{result.Option.Name} takes {expected}; found '{found}'.";
    }
}
