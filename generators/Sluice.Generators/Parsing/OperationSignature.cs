using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Gives each parameter of an operation method its role, by type and in any order.</summary>
internal static class OperationSignature
{
    /// <summary>The arguments, or what is wrong with the parameters.</summary>
    /// <param name="method">The method.</param>
    /// <param name="roleOf">The role of a parameter; null where it has none in this shape.</param>
    /// <param name="required">The roles that must be there, with what their absence is called.</param>
    /// <param name="arguments">The arguments in the order of the parameters.</param>
    /// <returns>What is wrong, the rest of a sentence about the method; null if nothing is.</returns>
    public static string? Bind(IMethodSymbol method, Func<IParameterSymbol, OperationRole?> roleOf, IReadOnlyList<(OperationRole Role, string Name)> required, out EquatableArray<OperationArgument> arguments)
    {
        arguments = default;
        var bound = ImmutableArray.CreateBuilder<OperationArgument>();
        var isAnyLeftOut = false;
        var isOverloaded = method.ContainingType.BasesAndSelf.SelectMany(type => type.GetMembers(method.Name)).Skip(1).Any();
        foreach (var parameter in method.Parameters)
        {
            var role = roleOf(parameter);
            if (role is null || bound.Any(argument => argument.Role == role))
            {
                if (!parameter.IsOptional && !parameter.IsParams)
                    return $"takes {Described(parameter)}, {(role is null ? "which it cannot be given" : "a second one of its kind")}";

                // With all its arguments a call cannot mean a shorter overload.
                if (isOverloaded && parameter.HasExplicitDefaultValue && parameter.Type.TypeKind != TypeKind.Error)
                    bound.Add(new(OperationRole.Constant, null, null, CSharpLiteral.OfConstant(parameter.Type, parameter.ExplicitDefaultValue)));
                else
                    isAnyLeftOut = true;
                continue;
            }

            if (parameter.RefKind is not (RefKind.None or RefKind.In))
                return $"takes {Described(parameter)} by reference";
            if (role == OperationRole.Filter && parameter.Type.PromisesValue)
                return $"takes {Described(parameter)}, but a search for everything has no filter: make it Filter?";
            bound.Add(new(
                role.Value,
                isAnyLeftOut ? CSharpLiteral.Identifier(parameter.Name) : null,
                role == OperationRole.Token ? TokenTypes.Find(parameter.Type) : null,
                role == OperationRole.Handler && isOverloaded ? parameter.Type.Code : null));
        }

        foreach (var (role, name) in required)
        {
            // A uid comes in two types.
            if (!bound.Any(argument => argument.Role == role || (role == OperationRole.Uid && argument.Role == OperationRole.UidText)))
                return $"takes no {name}";
        }

        arguments = bound.ToImmutable();
        return null;
    }

    /// <summary>The role that a parameter's type tells in every operation.</summary>
    public static OperationRole? CommonRole(IParameterSymbol parameter) => parameter.Type switch
    {
        var type when type.IsNamed("System.Threading", "CancellationToken") => OperationRole.Cancellation,
        var type when type.IsNamed("Sluice", "OperationOptions") => OperationRole.Options,
        var type when type.IsNamed("Sluice", "ObjectClass") => OperationRole.ObjectClass,
        _ => null,
    };

    private static string Described(IParameterSymbol parameter) => $"'{parameter.Type.ShortName} {parameter.Name}'";
}
