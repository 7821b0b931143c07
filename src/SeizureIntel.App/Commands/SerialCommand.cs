using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Serials;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Commands;

/// <summary>Where a serial number was seized before. Numbers come by standard input: an argument would stay in the shell's history.</summary>
internal static class SerialCommand
{
    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("serial", "Says where weapons with a serial number were seized: one number a line in, one JSON a line out")
        {
            Examples = [("./run serial < numbers.txt", "asked by the exact value; no number is kept or shown")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                var desk = workspace.Get<SerialDesk>();
                int worst = 0;
                while (await context.Output.Input.ReadLineAsync(stop) is { } line)
                {
                    try
                    {
                        SerialAnswer answer = await desk.FindAsync(Reader.Owner, new SerialToFind { SerialNumber = line }, stop);
                        context.Output.Line(JsonShapes.WriteLine(answer));
                    }
                    catch (Fault none) when (none.Code == SerialDesk.NoNumber)
                    {
                        // The lines after it are asked all the same, and its own stays in its place.
                        context.Output.Line(JsonShapes.WriteLine(ErrorReply.Of(none)));
                        worst = none.ExitCode;
                    }
                }

                return worst;
            }
        );
        return verb;
    }
}
