using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>Where a new secret is told: on a terminal, or in a file that only its owner can read; never in JSON or a log.</summary>
internal static class SecretFile
{
    public static Option<string?> Option() =>
        new("--secret-file")
        {
            Description = "Writes the secret to this new file, readable by its owner alone, instead of the terminal",
            HelpName = "file",
        };

    /// <summary>Refuses, before anything is made, what would print a secret where it stays.</summary>
    public static void Check(Output output, bool asJson, string? path)
    {
        if (path is null && (asJson || !output.IsSeen))
        {
            throw Fault.Usage(
                "secret_unseen",
                "A secret is shown once, and only on a terminal.",
                "Run it on a terminal without --json, or name a file: --secret-file FILE."
            );
        }

        if (path is not null && File.Exists(path))
            throw Fault.Usage("secret_file_exists", $"{Path.GetFullPath(path)} is there already.", "Name a new file; none is overwritten.");
    }

    /// <summary>Writes the secret to the file, if one was named.</summary>
    /// <returns>The file's absolute path; null where the terminal is to show it.</returns>
    public static async Task<string?> TellAsync(Output output, string secret, string? path, CancellationToken stop)
    {
        if (path is null)
            return null;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        await file.WriteAsync(secret.AsMemory(), stop);
        output.Note("The secret stands in the file named; remove it once it was read.");
        return Path.GetFullPath(path);
    }
}
