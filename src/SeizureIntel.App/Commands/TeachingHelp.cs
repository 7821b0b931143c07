using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;

namespace SeizureIntel.App.Commands;

/// <summary>The usual help, then examples.</summary>
internal sealed class TeachingHelp(HelpAction standard) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = standard.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            output.WriteLine("Examples:");
            int width = verb.Examples.Max(e => e.Line.Length) + 2;
            foreach ((string line, string does) in verb.Examples)
            {
                output.WriteLine(width > 72 ? $"  {line}\n      {does}" : $"  {line.PadRight(width)}{does}");
            }

            output.WriteLine();
        }

        return code;
    }
}
