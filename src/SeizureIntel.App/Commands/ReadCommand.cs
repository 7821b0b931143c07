using System.CommandLine;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Texts;

namespace SeizureIntel.App.Commands;

/// <summary>What the screen takes out of a text, and what is read from the rest.</summary>
internal static class ReadCommand
{
    public static Verb Create(VerbContext context)
    {
        var language = new Option<string?>("--lang") { Description = "Language of the texts (ISO 639-1); told from each text without it" };
        var verb = new Verb("read", "Shows what is masked in a text and what is read from it: one text a line in, one JSON a line out")
        {
            Examples =
            [
                (
                    "echo 'Hidden in the spare tyre: 3 kg of heroin' | ./run read",
                    "goods, amounts, hiding place, route, each with its words"
                ),
                ("./run read --lang es < accounts.txt", "the language is given, not told from the text"),
            ],
        };
        verb.Add(language);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                var desk = workspace.Get<TextDesk>();
                while (await context.Output.Input.ReadLineAsync(stop) is { } line)
                    context.Output.Line(JsonShapes.WriteLine(desk.Read(line, parsed.GetValue(language))));
                return 0;
            }
        );
        return verb;
    }
}
