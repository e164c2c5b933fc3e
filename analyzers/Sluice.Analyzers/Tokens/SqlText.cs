using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Sluice.Analyzers.Values;

namespace Sluice.Analyzers.Tokens;

/// <summary>Reads the text of a query where it is written out, with <c>@token</c> for the position that is spliced into it.</summary>
internal static class SqlText
{
    /// <summary>The whole text of a literal, an interpolation or a sum; null of what is a part of one, or no text.</summary>
    public static string? Of(IOperation operation, ConnectorFacts facts)
    {
        if (!IsText(operation) || (operation.Parent is { } parent && (IsText(parent) || parent is IInterpolatedStringTextOperation or IInterpolationOperation)))
            return null;
        var text = new StringBuilder();
        Append(operation);
        return text.ToString();

        void Append(IOperation part)
        {
            switch (part)
            {
                case { ConstantValue: { HasValue: true, Value: string constant } }:
                    text.Append(constant);
                    break;
                case IBinaryOperation sum when IsText(sum):
                    Append(sum.LeftOperand);
                    Append(sum.RightOperand);
                    break;
                case IInterpolatedStringOperation interpolated:
                    foreach (var inner in interpolated.Parts)
                        Append(inner is IInterpolatedStringTextOperation fixedText ? fixedText.Text : ((IInterpolationOperation)inner).Expression);
                    break;
                default:
                    text.Append(facts.Values.Reach(part).Any(facts.Symbols.IsInput) ? "@token" : "@value");
                    break;
            }
        }
    }

    private static bool IsText(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_String
        && (operation is ILiteralOperation || (operation is IInterpolatedStringOperation interpolated && interpolated.Parts.All(static part => part is IInterpolatedStringTextOperation or IInterpolationOperation))
            || operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add });
}
