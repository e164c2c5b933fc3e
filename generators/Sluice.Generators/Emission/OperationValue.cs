using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Emission;

/// <summary>Writes an override that answers one value: it awaits, converts or wraps what the connector's method answers.</summary>
internal static class OperationValue
{
    /// <summary>Writes the override.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">The connector's method.</param>
    /// <param name="connector">How the connector is named at that place.</param>
    /// <param name="modifiers">Of the override.</param>
    /// <param name="type">What the override answers.</param>
    /// <param name="signature">Its name and parameters.</param>
    public static void Write(SourceWriter writer, OperationModel method, string connector, string modifiers, string type, string signature)
    {
        var answer = OperationCall.Answer(method, connector);
        var async = method.Flow == OperationFlow.Awaited ? "async " : "";
        switch (method.Result)
        {
            case OperationResult.Nothing when method.Flow == OperationFlow.Direct:
            case OperationResult.GivenUid:
                using (writer.Block($"{modifiers} {async}{type} {signature}"))
                {
                    writer.WriteLine($"{answer};");
                    writer.WriteLine(method.Result == OperationResult.Nothing ? "return default;" : method.Flow == OperationFlow.Direct ? "return new(uid);" : "return uid;");
                }

                break;
            default:
                writer.WriteLine($"{modifiers} {async}{type} {signature} =>");
                using (writer.Indent())
                    writer.WriteLine(method.Flow == OperationFlow.Direct ? $"new({answer});" : $"{answer};");
                break;
        }
    }
}
