<#-- "Update account information" for the users of an identity pool, and the review of what an identity provider says: see docs/console/registration.md. A theme may have its own. -->
<#import "template.ftl" as layout>
<#import "user-profile-commons.ftl" as userProfileCommons>
<#import "identity-pool-form.ftl" as poolForm>

<#-- An attribute that the realm declares: Keycloak draws it. -->
<#macro attributeOfRealm attribute>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormGroupLabelClass!}">
      <label for="${attribute.name}" class="${properties.kcFormLabelClass!properties.kcLabelClass!}">
        <span class="${properties.kcFormLabelTextClass!}">${advancedMsg(attribute.displayName!attribute.name)}</span>
        <@poolForm.requiredMark attribute.required/>
      </label>
    </div>
    <@userProfileCommons.inputFieldByType attribute=attribute/>
    <#list ["inputHelperTextBefore", "inputHelperTextAfter"] as key>
      <#if attribute.annotations[key]??>
        <div class="${properties.kcFormHelperTextClass!}">${kcSanitize(advancedMsg(attribute.annotations[key]))?no_esc}</div>
      </#if>
    </#list>
    <@poolForm.errorText name=attribute.name text=poolPage.error(attribute.name)/>
  </div>
</#macro>

<@layout.registrationLayout displayMessage=false displayRequiredFields=true; section>
<!-- template: identity-pool-profile.ftl -->
    <#if section = "header">
        ${msg((profile.context == "IDP_REVIEW")?then("loginIdpReviewProfileTitle", "loginProfileTitle"))}
    <#elseif section = "form">
        <@poolForm.styles/>
        <form id="${(profile.context == "IDP_REVIEW")?then("kc-idp-review-profile-form", "kc-update-profile-form")}" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate="novalidate">
            <@poolForm.pageErrors/>
            <#if poolFillsInLanguage && (locale.currentLanguageTag)?has_content>
                <input type="hidden" id="locale" name="locale" value="${locale.currentLanguageTag}"/>
            </#if>
            <@poolForm.sections/>
            <#list poolAttributes as attribute>
                <@attributeOfRealm attribute/>
            </#list>
            <div id="kc-form-buttons" class="${properties.kcFormButtonsClass!}">
                <button id="kc-submit" type="submit"
                    class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("doSubmit")}</button>
                <#if isAppInitiatedAction??>
                    <button id="kc-cancel" type="submit" name="cancel-aia" value="true" formnovalidate
                        class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("doCancel")}</button>
                </#if>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
