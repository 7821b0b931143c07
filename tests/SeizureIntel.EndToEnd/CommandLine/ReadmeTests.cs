using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_command_of_the_readme_runs_in_its_order()
    {
        string folder = Directory.CreateTempSubdirectory("seizureintel-readme-").FullName;
        string[] commands =
        [
            .. Commands(await File.ReadAllLinesAsync(Path.Combine(Executable.Root, "README.md"), TestContext.Current.CancellationToken)),
        ];
        Assert.True(commands.Length >= 5, "The README shows too few commands for this test to mean anything.");
        foreach (string command in commands)
        {
            if (command.StartsWith("./run serve", StringComparison.Ordinal))
            {
                await using Served served = await Served.StartAsync(
                    Path.Combine(Executable.Root, "run"),
                    Path.Combine(folder, "data"),
                    TestContext.Current.CancellationToken
                );
                continue;
            }

            Ended ended = await Executable.RunAsync(
                "/bin/bash",
                ["-c", command.Replace("./run", Path.Combine(Executable.Root, "run"), StringComparison.Ordinal)],
                folder
            );
            // The first start may build; what it installs and writes gives the others no reason to.
            if (command != commands[0])
                Assert.DoesNotContain("Building", ended.Errors, StringComparison.Ordinal);
            // 3 is done, with rejections: the simulated files hold rows that must be refused.
            Assert.True(ended.ExitCode is 0 or 3, command + "\n" + ended);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> Commands(IEnumerable<string> lines)
    {
        bool inside = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = !inside;
            else if (inside && line.StartsWith("./run", StringComparison.Ordinal))
                yield return line;
        }
    }
}
