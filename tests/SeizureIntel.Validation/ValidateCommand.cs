using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using SeizureIntel.App.Commands;
using SeizureIntel.Validation.Vectors;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Validation;

/// <summary>Methods against reference vectors.</summary>
internal static class ValidateCommand
{
    private static readonly string[] Names = [.. VectorValidation.FolderNames, .. VectorValidation.OwnFolderNames];

    public static Verb Create(Output output)
    {
        var vectors = new Option<string?>("--vectors")
        {
            Description = "Folder of reference vectors [default: our own, made with R and Python]",
            HelpName = "folder",
        };
        var own = new Option<string?>("--out")
        {
            Description = "Folder that receives our own values under the same paths",
            HelpName = "folder",
        };
        var only = new Option<string[]>("--only")
        {
            Description = $"Check these folders alone: {string.Join(", ", Names)}",
            HelpName = "name",
        };
        var verb = new Verb("validate", "Holds every statistical method against reference vectors of published implementations")
        {
            Examples =
            [
                ("./run validate", "our own vectors; one line a file: values compared, largest error, tolerance"),
                ("./run validate --vectors ./vectors", "the vectors of that folder"),
                ("./run validate --vectors ./vectors --out ./ours", "keep our own values beside"),
            ],
        };
        verb.Add(vectors);
        verb.Add(own);
        verb.Add(only);
        verb.SetAction(parsed =>
        {
            string? given = parsed.GetValue(vectors);
            string folder = given is null ? VectorValidation.OwnVectors : Path.GetFullPath(given);
            if (!Directory.Exists(folder))
                throw Fault.Usage(
                    "no_such_folder",
                    $"There is no folder {folder}.",
                    "Give the folder that holds the reference vectors: --vectors FOLDER."
                );
            string? target = parsed.GetValue(own) is { } path ? Path.GetFullPath(path) : null;
            string[] names =
                parsed.GetValue(only) is { Length: > 0 } some ? some
                : given is null ? [.. VectorValidation.OwnFolderNames]
                : [.. VectorValidation.FolderNames];
            if (names.FirstOrDefault(n => !Names.Contains(n)) is { } unknown)
                throw Fault.Usage("unknown_method", $"There are no vectors named '{unknown}'.", NearestNames.Question(unknown, Names));
            bool asJson = parsed.GetValue(GlobalOptions.Json);
            IReadOnlyList<VectorReport> reports = VectorValidation.Run(folder, target, asJson ? output.Notes : output.Results, names);
            if (asJson)
                output.Json(new { ok = reports.All(r => r.Passed), files = reports });
            return VectorValidation.ExitCode(reports);
        });
        return verb;
    }
}
