using System.CommandLine;

namespace SeizureIntel.App.Commands;

/// <summary>Options that every verb takes.</summary>
internal static class GlobalOptions
{
    public static Option<string> Data { get; } =
        new("--data")
        {
            Description = "Folder that holds everything the default engines keep [default: ./data]",
            HelpName = "folder",
            Recursive = true,
        };

    public static Option<bool> Json { get; } =
        new("--json")
        {
            Description = "Print one JSON document on standard output; notes and progress stay on standard error",
            Recursive = true,
        };

    public static Option<bool> Verbose { get; } =
        new("--verbose") { Description = "Say more on standard error, with the details of a failure", Recursive = true };
}
